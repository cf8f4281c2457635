using System.CommandLine;

namespace TrialSim.Cli.Commands.Formulas.Sequential;

/// <summary>A look that has been taken, and what it showed.</summary>
internal sealed class LookOptions
{
    private readonly Option<long?> _look = CommonOptions.WholeNumber("--look", [], "Number of the look that was taken, from 1.", 1, 20);

    private readonly Option<double?> _z = FormulaOptions.Number(
        "--z", "number", "Z that it showed, positive where the experimental arm does better.", z => Math.Abs(z) <= 20, "write a number from -20 to 20, such as 1.2", required: true);

    public LookOptions() => _look.Required = true;

    public void AddTo(Command command)
    {
        command.Options.Add(_look);
        command.Options.Add(_z);
    }

    /// <summary>The look, from 0, and its Z.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="trial">The trial that looked.</param>
    /// <param name="last">The last look that will do, from 0.</param>
    /// <exception cref="UserInputException">The trial has no such look.</exception>
    public (int Look, double Z) Read(ParseResult parsed, SequentialTrial trial, int last)
    {
        int look = (int)parsed.GetValue(_look)!.Value - 1;
        return look <= last ? (look, parsed.GetValue(_z)!.Value)
            : throw new UserInputException(
                last < trial.Bounds.Looks - 1
                    ? $"--look: {look + 1} is the last of {trial.Bounds.Looks} looks, or beyond it, and nothing comes after. Write a number up to {last + 1}."
                    : $"--look: the trial has {trial.Bounds.Looks} looks. Write a number up to {last + 1}.");
    }
}
