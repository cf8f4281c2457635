using System.Text.Json.Nodes;
using TrialSim.Charts;

namespace TrialSim.Cli.Tests.Licences;

/// <summary>The text of <c>THIRD-PARTY-NOTICES.md</c>, from what the packages say of themselves.</summary>
internal static class ThirdPartyNotices
{
    /// <summary>The whole file.</summary>
    public static string Text()
    {
        IReadOnlyList<ShippedPackage> packages = ShippedPackage.All();
        return $"""
            # Third-party notices

            What TrialSim ships that others wrote, and under which licences. A test writes this file from the packages' own metadata and fails where a package is missing in it
            (`TRIALSIM_UPDATE_GOLDEN=1 dotnet test tests/TrialSim.Cli.Tests --filter ThirdPartyNotices`). `trialsim licences` prints it.

            ## In the program

            | Package | Version | Licence | Copyright | Project |
            |---|---|---|---|---|
            {string.Join('\n', packages.Select(Row))}

            A program published as machine code or with its runtime holds parts of .NET besides (MIT, Copyright (c) .NET Foundation and Contributors, https://github.com/dotnet/runtime). What .NET itself took
            from others is in `dotnet-third-party-notices.txt`, which lies beside such a program.

            ## In report.html

            The browser builds of Vega, Vega-Lite and vega-embed hold these packages. Each report.html with pictures carries the same texts at its end.

            {Fenced(ChartAssets.OfThisBuild.Notices)}
            ## Beside the program, for SVG and PNG files

            `chart-images/` holds the builds of Vega and Vega-Lite for Node.js (as above), and

            {Images()}

            ## The texts of the licences named above

            ### MIT

            {string.Join("\n\n", packages.Where(package => package.Licence == "MIT").Select(package => $"{package.Name}: {package.Copyright}"))}

            .NET: Copyright (c) .NET Foundation and Contributors

            {Fenced(LicenceText("MIT"))}
            {string.Join('\n', packages.Select(package => package.Licence).Where(licence => licence != "MIT").Distinct().Select(Other))}
            """.ReplaceLineEndings("\n");
    }

    private static string Row(ShippedPackage package) =>
        $"| {package.Name} | {package.Version} | {package.Licence} | {package.Copyright} | {package.Home} |";

    // A choice of licences is one that we make.
    private static string Other(string expression) => expression switch
    {
        "MS-PL OR Apache-2.0" => $"### Apache-2.0, taken where a package offers MS-PL or Apache-2.0\n\n{Fenced(LicenceText("Apache-2.0"))}",
        _ => throw new InvalidOperationException($"No text for {expression}: read it, decide whether it can be shipped, and add it to tests/TrialSim.Cli.Tests/Licences/Texts."),
    };

    private static string Images()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "chart-images", "node_modules", "@resvg", "resvg-js");
        JsonNode package = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "package.json")))!;
        return $"""
            {package["name"]} {package["version"]} ({package["license"]}) with its build for the platform, whose source is at https://github.com/yisibl/resvg-js. That build holds resvg and other Rust libraries; the package does not list them.

            {Fenced(File.ReadAllText(Path.Combine(folder, "LICENSE")))}
            """.TrimEnd();
    }

    private static string LicenceText(string name) => File.ReadAllText(Repository.PathOf("tests", "TrialSim.Cli.Tests", "Licences", "Texts", $"{name}.txt"));

    private static string Fenced(string text) => $"```text\n{text.ReplaceLineEndings("\n").Trim('\n')}\n```\n";
}
