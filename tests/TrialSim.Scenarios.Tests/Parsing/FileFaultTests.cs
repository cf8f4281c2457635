using System.Text;
using TrialSim.Scenarios.Problems;
using Xunit;

namespace TrialSim.Scenarios.Tests.Parsing;

/// <summary>Files that are no scenario at all end in one problem, never in an exception.</summary>
public sealed class FileFaultTests
{
    private const string Empty = "trial.yaml:1:1  The file is empty. Begin with 'trialsim: 1'; 'trialsim init' writes a scenario to start from.";

    /// <summary>A whole file, and what is said about it.</summary>
    public static TheoryData<string, string> Texts => new()
    {
        { "", Empty },
        { "\n\n", Empty },
        { "# only a comment\n", Empty },
        { "---\n...\n", Empty },
        { "~", Empty },
        { "- a\n- b\n", "trial.yaml:1:1  The file is a list; a scenario is a mapping of keys. Begin with 'trialsim: 1'." },
        { "Dear reader,", "trial.yaml:1:1  The file is the text 'Dear reader,'; a scenario is a mapping of keys. Begin with 'trialsim: 1'." },
        { "a: 1\nb: \0", "trial.yaml:2:4  Byte 0 is not text: this is a binary file or not UTF-8. Give a scenario written in YAML, saved as UTF-8." },
        { "a:\n\tb: 1\n", "trial.yaml:2:1  A tab indents this line. YAML is indented with spaces: write spaces." },
        {
            "a: [1, 2\nb: 3\n",
            "trial.yaml:1:6  This is not YAML: what follows cannot be read; a bracket, a brace or a quotation mark may be open. "
            + "Check the indentation, the colons and the quotation marks here and just above."
        },
        {
            "a: 'text\n",
            "trial.yaml:1:4  This is not YAML: while scanning a quoted scalar, found unexpected end of stream. "
            + "Check the indentation, the colons and the quotation marks here and just above."
        },
        {
            "a: b: c\n",
            "trial.yaml:1:5  This is not YAML: while scanning a plain scalar value, found invalid mapping. "
            + "Check the indentation, the colons and the quotation marks here and just above."
        },
        {
            "{a: 50%: 3}\n",
            "trial.yaml:1:8  This is not YAML: while parsing a flow mapping, did not find expected ',' or '}'. "
            + "Check the indentation, the colons and the quotation marks here and just above."
        },
    };

    [Theory, MemberData(nameof(Texts)), Trait("Source", "ByHand")]
    public void Read_FileThatIsNoScenario_SaysWhatItIs(string text, string expected)
    {
        ScenarioProblem problem = Assert.Single(Reading.Of(text).Problems);

        Assert.Equal(expected, problem.ToString());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_BytesThatAreNotUtf8_NamesTheByteAndItsPlace()
    {
        byte[] content = [.. "a: 1\nb: x"u8, 0xE9, (byte)'\n'];

        ScenarioProblem problem = Assert.Single(Reading.Of(content).Problems);

        Assert.Equal("trial.yaml:2:5  Byte 233 is not UTF-8. Save the file as UTF-8.", problem.ToString());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_ByteOrderMarkAndWindowsLineEnds_AreAccepted()
    {
        byte[] content = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Tests.Texts.TwoArms.ReplaceLineEndings("\r\n"))];

        Assert.Empty(Reading.Of(content).Problems);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_Utf16_IsRefusedAsBinary()
    {
        ScenarioProblem problem = Assert.Single(Reading.Of(Encoding.Unicode.GetBytes(Tests.Texts.TwoArms)).Problems);

        Assert.Equal(
            "trial.yaml:1:2  Byte 0 is not text: this is a binary file or not UTF-8. Give a scenario written in YAML, saved as UTF-8.",
            problem.ToString());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_TenMegabyteKey_IsRefusedBySize()
    {
        ScenarioProblem problem = Assert.Single(Reading.Of(new string('k', 10_000_000) + ": 1").Problems);

        Assert.Equal("trial.yaml:1:1  The file is longer than 1048576 bytes, the most that a scenario may have. Is this the right file?", problem.ToString());
    }

    [Theory, InlineData("[", 100), InlineData("{a: ", 100), InlineData("[", 500_000), InlineData("- ", 100), InlineData("? ", 100), Trait("Source", "ByHand")]
    public void Read_DeepNesting_IsRefused(string opening, int depth)
    {
        string text = "a:\n  " + string.Concat(Enumerable.Repeat(opening, depth)) + "b\n";

        ScenarioProblem problem = Assert.Single(Reading.Of(text).Problems);

        Assert.Equal("This is nested more than 40 levels deep. No scenario needs that: write it flatter.", problem.Message);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_AliasBomb_IsRefusedAtEachAliasWithoutExpanding()
    {
        string text = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";

        string[] messages = [.. Reading.Of(text).Problems.Select(problem => problem.Message).Where(message => message.Contains("alias", StringComparison.Ordinal))];

        Assert.Equal(4, messages.Length);
        Assert.Equal("'*a' is an alias; aliases are not part of the scenario language. Write the value out here.", messages[0]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_FileFullOfMistakes_ReportsTheFirstThousand()
    {
        string text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"k{i}: 1\n"));

        Assert.Equal(1_000, Reading.Of(text).Problems.Length);
    }

    // Each of these once took minutes, or would, without the limit on the number of things.
    [Theory, Trait("Source", "Regression")]
    [InlineData("death: {hazard: {by_arm: {control: {median: 16mo}, treated: {median: 20mo}}}}", "e{0}: {{hazard: none, since: e{1}}}\n    ", "truth.events: There are 20000. Write at most 100.")]
    [InlineData("truth:", "e{0}: {{}}\n", "'e0' is not a key here.")]
    public void Read_TwentyThousandThings_AreRefused(string passage, string piece, string expected)
    {
        string many = string.Concat(Enumerable.Range(0, 20_000)
            .Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, piece, i, (i + 1) % 20_000)));

        string[] errors = Reading.Errors(Tests.Texts.With(Tests.Texts.TwoArms, passage, passage == "truth:" ? many + passage : many));

        Assert.Contains(errors, error => error.Contains(expected, StringComparison.Ordinal));
    }
}
