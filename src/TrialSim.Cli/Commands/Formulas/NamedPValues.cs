using System.CommandLine;

namespace TrialSim.Cli.Commands.Formulas;

/// <summary>p-values with the names of their hypotheses.</summary>
internal sealed record NamedPValues(string[] Names, double[] Values)
{
    public static Option<NamedPValues?> Option() => new("--p")
    {
        Description = "p-values, with names or without, such as os=0.01,pfs=0.03.",
        HelpName = "p-values",
        Required = true,
        CustomParser = result => Parse(FormulaOptions.Text(result))
            ?? FormulaOptions.Refuse<NamedPValues>(result, "write p-values from 0 to 1, a comma between two, each with a name of its own or all without, such as os=0.01,pfs=0.03"),
    };

    private static NamedPValues? Parse(string text)
    {
        string[] parts = text.Split(',');
        string[] names = new string[parts.Length];
        double[] values = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            int equals = parts[i].LastIndexOf('=');
            names[i] = equals > 0 ? parts[i][..equals] : $"H{i + 1}";
            if (!FormulaOptions.TryNumber(parts[i][(equals + 1)..], out values[i]) || values[i] is < 0 or > 1)
            {
                return null;
            }
        }

        return names.Distinct().Count() == names.Length ? new NamedPValues(names, values) : null;
    }
}
