using System.CommandLine;
using TrialSim.Cli.Commands.Analyze;

namespace TrialSim.Cli.Commands;

/// <summary>An option of <c>trialsim fit</c> that takes one word.</summary>
internal sealed class FitOption : Option<string?>
{
    public FitOption(string name, string description, string helpName)
        : base(name)
    {
        Description = description;
        HelpName = helpName;
        Validators.Add(DataOption.RefuseNothing);
    }

    /// <summary>Refuses all words but these.</summary>
    public void AcceptKnownOnly(IReadOnlyList<string> words) => Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: string word }] && !words.Contains(word))
        {
            result.AddError($"{Name}: '{word}' cannot be used; write one of {string.Join(", ", words)}.");
        }
    });
}
