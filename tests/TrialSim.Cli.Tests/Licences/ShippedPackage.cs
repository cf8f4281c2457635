using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace TrialSim.Cli.Tests.Licences;

/// <summary>A NuGet package of which the program carries an assembly, as its own nuspec describes it.</summary>
/// <param name="Name">Its identifier.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">Its SPDX expression.</param>
/// <param name="Copyright">Whose it is.</param>
/// <param name="Home">Address of its project.</param>
internal sealed record ShippedPackage(string Name, string Version, string Licence, string Copyright, string Home)
{
    /// <summary>The packages that the built program names as its own: what serves the build only is none of them.</summary>
    public static IReadOnlyList<ShippedPackage> All()
    {
        JsonNode dependencies = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "trialsim.deps.json")))!;
        return
        [
            .. dependencies["libraries"]!.AsObject()
                .Where(library => (string)library.Value!["type"]! == "package")
                .Select(library => library.Key.Split('/'))
                .Select(parts => Of(parts[0], parts[1]))
                .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static ShippedPackage Of(string name, string version)
    {
        string file = PackageFolders()
            .Select(folder => Path.Combine(folder, name.ToLowerInvariant(), version, $"{name.ToLowerInvariant()}.nuspec"))
            .First(File.Exists);
        XElement metadata = XDocument.Load(file).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        string TextOf(string element) => metadata.Elements().SingleOrDefault(child => child.Name.LocalName == element)?.Value
            ?? throw new InvalidOperationException($"{file} has no <{element}>: read the package's licence and say here what is to be told of it.");
        return new ShippedPackage(name, version, TextOf("license"), TextOf("copyright"), TextOf("projectUrl"));
    }

    private static IEnumerable<string> PackageFolders() =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "TrialSim.Cli.Tests", "obj", "project.assets.json")))!["packageFolders"]!.AsObject().Select(folder => folder.Key);
}
