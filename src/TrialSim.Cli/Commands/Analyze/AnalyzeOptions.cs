using System.CommandLine;
using System.CommandLine.Parsing;
using TrialSim.Cli.Analysis;

namespace TrialSim.Cli.Commands.Analyze;

/// <summary>
/// The options of <c>trialsim analyze</c>, and the request that they make: those for all data here, those for one shape of data in a group of their own.
/// Which shape the data have is told by the columns that are named.
/// </summary>
internal sealed class AnalyzeOptions
{
    private readonly Argument<string> _file = new("data") { Description = "The data file: a header and a row for each patient, or for each visit of a patient, separated by commas, semicolons or tabs." };
    private readonly EndpointOptions[] _endpoints;
    private readonly Option<string?> _arm = DataOption.Text("--arm", "Column of the arm; without it all patients are one group.", DataOption.ColumnName);
    private readonly Option<string?> _control = DataOption.Text("--control", "Level of the control arm; by default control or placebo, or else the first in the file.", DataOption.LevelName);
    private readonly Option<string[]> _strata = DataOption.Names("--strata", "Columns of strata, by which tests and regressions are stratified.", "columns");
    private readonly Option<string[]> _covariates = DataOption.Names("--covariates", "Columns of covariates for regressions; text makes a category.", "columns");
    private readonly Option<string[]> _categorical = DataOption.Names("--categorical", "Those of the covariates that are categories although written as numbers.", "columns");
    private readonly Option<string[]> _methods = DataOption.Names("--method", $"Methods: {string.Join(", ", AnalysisMethods.Names)}.", "names");
    private readonly Option<string[]> _where = new("--where") { Description = "Read only rows whose cell in a column is one of these levels; may be given often.", HelpName = "column=levels" };
    private readonly Option<string?> _adam = DataOption.Text(
        AdamShorthand.Name,
        "A PARAMCD of an ADaM dataset: stands for --where PARAMCD=<code> --arm TRT01P and, unless other columns are named, --time AVAL --event CNSR --event-level 0 --time-unit days.",
        "code");

    private readonly Option<double[]?> _confidence = DataOption.Number("--confidence", "Confidence of intervals; 0.95 by default.", "share", share => share is > 0 and < 1 ? "" : "write a share between 0 and 1, such as 0.95");

    /// <summary>Where the results are written; null for nowhere.</summary>
    public Option<string?> Output { get; } = new("--out", "-o") { Description = "Folder for analysis.csv, analysis.json, a report with the chart, and km.csv of survival data.", HelpName = "folder" };

    public AnalyzeOptions()
    {
        TimeOptions times = new();
        _endpoints = [new SurvivalOptions(times), new IntervalOptions(times), new BinaryOptions(), new MeasurementOptions()];
        CommonOptions.RefuseOptions(_file);
        _where.Validators.Add(result =>
        {
            foreach (string text in result.Tokens.Select(token => token.Value).Where(text => FilterOf(text) is null))
            {
                result.AddError($"--where: '{text}' cannot be used; write column=level, such as --where PARAMCD=OS or --where arm=a,b.");
            }
        });
        _methods.Validators.Add(result =>
        {
            foreach (string sentence in AnalysisMethods.UnknownAmong(DataOption.Split(result.Tokens)))
            {
                result.AddError(sentence);
            }
        });
    }

    /// <summary>Adds everything to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        Option[] all =
        [
            .. _endpoints.SelectMany(group => group.Columns), _arm, _control, _strata, _covariates, _categorical, _where, _adam, _methods, _confidence,
            .. _endpoints.SelectMany(group => group.Further), Output,
        ];
        foreach (Option option in all.Distinct())
        {
            command.Options.Add(option);
        }

        command.Validators.Add(CheckShape);
    }

    /// <summary>What the user asked for.</summary>
    public AnalysisRequest RequestOf(ParseResult parsed) => new()
    {
        File = parsed.GetRequiredValue(_file),
        Endpoint = EndpointOf(parsed.CommandResult).EndpointOf(parsed),
        Arm = parsed.GetValue(_arm) ?? "",
        Control = parsed.GetValue(_control) ?? "",
        Strata = DataOption.Split(parsed.GetValue(_strata)),
        Covariates = DataOption.Split(parsed.GetValue(_covariates)),
        Categorical = DataOption.Split(parsed.GetValue(_categorical)),
        Methods = DataOption.Split(parsed.GetValue(_methods)),
        Where = [.. (parsed.GetValue(_where) ?? []).Select(FilterOf).OfType<RowFilter>()],
        ArmOrder = parsed.GetValue(_adam) is null ? "" : AdamShorthand.ArmOrder,
        Confidence = DataOption.Single(parsed.GetValue(_confidence)) ?? AnalysisRequest.UsualConfidence,
    };

    /// <summary>Makes sure that of the options given each is read by a method that is applied.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="applied">Names of the methods that are applied.</param>
    /// <exception cref="UserInputException">One is not; the message holds a line for each.</exception>
    public void RefuseUnread(ParseResult parsed, IReadOnlyList<string> applied)
    {
        string[] problems =
        [
            .. EndpointOf(parsed.CommandResult).Readers
                .Where(reader => DataOption.IsGiven(parsed.CommandResult, reader.Option) && !reader.Methods.Intersect(applied).Any())
                .Select(reader => $"{reader.Option.Name} is read by {string.Join(", ", reader.Methods)} alone, and applied {(applied.Count == 1 ? "is" : "are")} {string.Join(", ", applied)}. "
                    + $"Write --method {string.Join(',', [.. applied, reader.Methods[0]])}, or leave {reader.Option.Name} out."),
        ];
        if (problems.Length > 0)
        {
            throw new UserInputException(string.Join(Environment.NewLine, problems));
        }
    }

    private static RowFilter? FilterOf(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } column, string levels] && DataOption.Split([levels]) is { Count: > 0 } named ? new RowFilter(column.Trim(), named) : null;

    /// <summary>The group whose columns are named; the first where none is.</summary>
    private EndpointOptions EndpointOf(CommandResult command) => _endpoints.FirstOrDefault(group => group.AreGiven(command)) ?? _endpoints[0];

    private void CheckShape(CommandResult command)
    {
        EndpointOptions group = EndpointOf(command);
        foreach (Option missing in group.RequiredColumns(command).Where(option => !DataOption.IsGiven(command, option)))
        {
            command.AddError($"{missing.Name} is missing. Add {missing.Name} <{missing.HelpName}>.");
        }

        if (group.Contradiction(command) is { Length: > 0 } contradiction)
        {
            command.AddError(contradiction);
        }

        IEnumerable<Option> own = group.Columns.Concat(group.Further);
        foreach (Option foreign in _endpoints.SelectMany(other => other.Columns.Concat(other.Further)).Distinct().Except(own).Where(option => DataOption.IsGiven(command, option)))
        {
            string[] kinds = [.. _endpoints.Where(other => other.Columns.Concat(other.Further).Contains(foreign)).Select(other => other.Data)];
            command.AddError($"{foreign.Name} is for {string.Join(" or ", kinds)}, and the columns named are of {group.Data}. Leave {foreign.Name} out, or give a call of its own to {kinds[0]}.");
        }
    }
}
