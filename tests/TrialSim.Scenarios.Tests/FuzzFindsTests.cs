using System.Text;
using Xunit;

namespace TrialSim.Scenarios.Tests;

/// <summary>What tests/fuzz found: files that ended in an exception, or in messages that nobody could read.</summary>
public sealed class FuzzFindsTests
{
    private const string WithDecision = "  decisions: {early: {at: final, if: {rejected: os_test}, then: {stop: efficacy}}}\n";
    private const string WithSequentialTest = "  testing: {sequential: {os_test: {efficacy: {spending: obrien_fleming}, information: 80}}}\n";

    // What names an analysis was looked up where there was none.
    [Fact, Trait("Source", "Regression")]
    public void Read_DecisionUponAnAnalysisWhereThereAreNone_SaysThatTheyAreMissing()
    {
        string yaml = Texts.TwoArms.Replace("  analyses:\n    os_test: {endpoint: os, method: log_rank}\n", WithDecision, StringComparison.Ordinal);

        Assert.StartsWith("3:1  design.analyses: The key 'analyses' is missing.", Assert.Single(Reading.Errors(yaml)), StringComparison.Ordinal);
    }

    // Nor can the information of a test be planned whose endpoint is not there.
    [Fact, Trait("Source", "Regression")]
    public void Read_SequentialTestOfAnEndpointWhereThereAreNone_SaysThatTheyAreMissing()
    {
        string yaml = Texts.TwoArms.Replace("  endpoints:\n    os: {events: [death]}\n", "", StringComparison.Ordinal).Replace("truth:\n", WithSequentialTest + "truth:\n", StringComparison.Ordinal);

        Assert.StartsWith("3:1  design.endpoints: The key 'endpoints' is missing.", Assert.Single(Reading.Errors(yaml)), StringComparison.Ordinal);
    }

    // A look at the last patient is planned for all patients, which is none where their number could not be read.
    [Fact, Trait("Source", "Regression")]
    public void Read_SequentialTestOfPatientsWhoseNumberIsNone_SaysSoAlone()
    {
        string yaml = Texts.With(Texts.Family, "patients: 300", "patients: {value: 300}")
            .Replace("{trial_time: 18mo}", "{follow_up_of_last_patient: 6mo}", StringComparison.Ordinal)
            .Replace("{trial_time: 36mo}", "{followed_up: {patients: 300, for: 12mo}}", StringComparison.Ordinal)
            .Replace("compare: [high, control], at: [final]}\n    median", "compare: [high, control]}\n    median", StringComparison.Ordinal)
            .Replace("family: {method: holm, analyses: [os_low, os_high]}", "sequential: {orr_high: {efficacy: {z: [2.5, 2]}}}", StringComparison.Ordinal);

        Assert.StartsWith("4:13  design.patients: ", Assert.Single(Reading.Errors(yaml)), StringComparison.Ordinal);
    }

    // Of a treatment that nobody gets no condition can hold, and none has a reason.
    [Fact, Trait("Source", "Regression")]
    public void Read_StoppingRuleOfATreatmentThatNoArmGets_WarnsOfTheTreatmentAlone()
    {
        string yaml = Texts.TwoArms.Replace("  endpoints:\n", "  treatments: {tace: {kind: procedure, first: {within: 7d}, stop_if: {had: relapse}}}\n  endpoints:\n", StringComparison.Ordinal)
            .Replace("    death:", "    relapse: {hazard: {median: 6mo}}\n    death:", StringComparison.Ordinal);

        Assert.Equal(["8:22  design.treatments.tace: No arm gets the treatment 'tace'. Name it in the treatments of an arm, or remove it."], Reading.Warnings(yaml));
    }

    [Theory, Trait("Source", "Regression")]
    [InlineData("27mo", "99999999999999999999m", "'99999999999999999999m' is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W).")]
    [InlineData("27mo", "27m", "'27m' is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W). Did you mean 27mo?")]
    public void Read_NumberWithMoreDigitsThanAnybodyMeans_IsNotRepeatedAsAdvice(string piece, string mistake, string message)
    {
        Assert.EndsWith(message, Assert.Single(Reading.Errors(Texts.TwoArms.Replace(piece, mistake, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    // Names that are listed as advice are what somebody has written, too.
    [Theory, Trait("Source", "Regression")]
    [InlineData("\"\\u001B[31m\"")]
    [InlineData("\"a\\tb\"")]
    [InlineData("\"\\u202Etxt\"")]
    public void Read_NamesThatMoveTheTerminal_AreNotPrinted(string level)
    {
        string yaml = Texts.TwoArms.Replace("truth:\n", $"truth:\n  states: {{response: {{levels: [CR, {level}, PD], starts: CR, changes: [{{at: death, becomes: {{SD: 1}}}}]}}}}\n", StringComparison.Ordinal);

        string[] errors = Reading.Errors(yaml);

        Assert.Contains(errors, error => error.Contains("'SD' is not a level of response.", StringComparison.Ordinal));
        Assert.DoesNotContain(errors, error => error.Any(c => char.IsControl(c) || c == '\u202E'));
    }

    [Fact, Trait("Source", "Regression")]
    public void Read_NameOfFiveThousandCharacters_IsCutShortInMessages()
    {
        string yaml = Texts.TwoArms.Replace("truth:\n", $"truth:\n  states: {{response: {{levels: [CR, {new string('x', 5_000)}, PD], starts: CR, changes: [{{at: death, becomes: {{SD: 1}}}}]}}}}\n", StringComparison.Ordinal);

        Assert.All(Reading.Errors(yaml), error => Assert.InRange(error.Length, 10, 1_000));
    }

    [Theory, Trait("Source", "Regression")]
    [InlineData("5e-324")]
    [InlineData("1e-17")]
    public void Read_ProbabilityOfLossThatIsNoneBesideOne_IsNone(string probability)
    {
        string yaml = Texts.TwoArms + $"\n  loss_to_follow_up: {{probability: {probability}, by: 24mo}}\n";

        Assert.Empty(Reading.Trial(yaml).Truth.LossToFollowUp);
    }

    [Fact, Trait("Source", "Property")]
    public void Read_BytesThatAreNoText_HaveAPlace()
    {
        byte[][] contents = [[0xFF], [0xED, 0xA0, 0x80], [0, 0, 0], Encoding.Unicode.GetBytes(Texts.TwoArms), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Texts.TwoArms)]];

        Assert.All(contents.Select(Reading.Of), reading => Assert.All(reading.Problems, problem => Assert.True(problem.Line >= 1 && problem.Column >= 1)));
        Assert.All(contents.Select(Reading.Of), reading => Assert.NotEqual(reading.IsValid, reading.Problems.Length > 0));
    }
}
