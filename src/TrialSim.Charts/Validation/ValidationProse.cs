using System.Globalization;
using TrialSim.Charts.Reports;
using TrialSim.Results.Validation;

namespace TrialSim.Charts.Validation;

/// <summary>What a validation means, in sentences, and the lines on which it is signed.</summary>
internal static class ValidationProse
{
    private static readonly string[] Roles = ["Performed by", "Reviewed by", "Approved by"];

    /// <summary>Who signs.</summary>
    public static string Signatures { get; } = "<p>With a signature I confirm that I have read this report, that the machine and the program are the ones named in it, and that what failed, if anything, is dealt with as our procedures say.</p>\n"
        + Html.Table(new ChartTable(["", "Name", "Role", "Date", "Signature"], [.. Roles.Select(role => (IReadOnlyList<string>)[role, "", "", "", ""])]), "Signatures", "signatures titled");

    private const string ShippedSources = "Each check compares a figure that this program wrote on this machine with one that somebody else found: R and its packages, published designs, another simulation, or a closed form. "
        + "The case <em>determinism</em> alone does not: it compares runs with each other, and their bytes with a digest of this program's own, which was taken when the case was written.";

    private const string OwnSources = "Each check compares what this program wrote on this machine with what its case expects, from the source that the case names. How good these sources are, and whether they are independent of this program, its author answers for.";

    /// <summary>What the report proves, and what not.</summary>
    public static string Meaning(ValidationRecord record) => $"""
        <p>{(record.AreShippedCases ? ShippedSources : OwnSources)} The commands are those that a user types, run through
        the whole program, from the command line to the file that holds the figure. That they agree is evidence that methods, engine, arithmetic and installation work here as intended.</p>
        <p>It does not prove that your scenario describes your trial, that your assumptions hold, or that parts of the program that no case reaches are free of faults.</p>
        <dl class="key tolerances">
        <div><dt>every printed digit</dt><dd>Half a unit of the last digit that the source prints; where the program prints fewer digits than the source, half a unit of its own last one.</dd></div>
        <div><dt>of the figure, absolute</dt><dd>The source's own arithmetic is less exact than it prints: iterations that stop, grids, random integrals. Where that is so beside a case, the reason stands there.</dd></div>
        <div><dt>Monte Carlo errors</dt><dd>{Html.Escape(string.Create(CultureInfo.InvariantCulture, $"{record.MonteCarloChecks} {(record.MonteCarloChecks == 1 ? "figure of the whole set is" : "figures of the whole set are")} simulated. Each may lie {record.MonteCarloErrors:0.00} standard errors from what is expected, those of the source included: over all of them together a right program fails with probability {record.FalseAlarm:0E+0} (Bonferroni), over other seeds. The seeds of the cases are fixed, so that this run gives the same figures whenever it is repeated: a failure is no accident."))}</dd></div>
        <div><dt>every byte</dt><dd>Results are the same bytes whatever the number of threads, however a run is divided or interrupted, and on every machine of the kind on which the digest was taken.</dd></div>
        </dl>

        """;

    /// <summary>What is left to the user.</summary>
    public static string OwnUse(ValidationRecord record) => $"""
        <p>{(record.AreShippedCases
            ? "That the program performs as you need for the designs that you use is yours to show: write cases of your own, with figures that you have from elsewhere, and run <code>trialsim validate --cases &lt;folder&gt;</code>."
            : "The cases of this report are your own. Run <code>trialsim validate</code> without <code>--cases</code> for those that ship with the program.")}</p>

        """;
}
