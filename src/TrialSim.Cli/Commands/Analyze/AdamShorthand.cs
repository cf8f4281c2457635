namespace TrialSim.Cli.Commands.Analyze;

/// <summary><c>analyze … --adam OS</c>: the columns and rows of one parameter of an ADaM dataset, written out as options that can also be given one by one.</summary>
internal static class AdamShorthand
{
    /// <summary>The option.</summary>
    public const string Name = "--adam";

    /// <summary>Column of numbers that orders the arms.</summary>
    public const string ArmOrder = "TRT01PN";

    private static readonly string[] OtherData = ["--lower", "--upper", "--response", "--value"];

    /// <summary>The command line with what the shorthand stands for; options that the user gives are left alone.</summary>
    public static string[] Expand(string[] args)
    {
        if (args is not ["analyze", ..] || ParameterOf(args) is not string parameter)
        {
            return args;
        }

        bool IsGiven(string option) => args.Any(arg => arg == option || arg.StartsWith(option + "=", StringComparison.Ordinal));
        List<string> expanded = [.. args, "--where", $"PARAMCD={parameter}"];
        void Add(string option, string value)
        {
            if (!IsGiven(option))
            {
                expanded.AddRange([option, value]);
            }
        }

        Add("--arm", "TRT01P");
        if (!OtherData.Any(IsGiven))
        {
            Add("--time", "AVAL");
            Add("--event", "CNSR");
            Add("--time-unit", "days");
            if (!IsGiven("--event-of-interest"))
            {
                Add("--event-level", "0");
            }
        }

        return [.. expanded];
    }

    private static string? ParameterOf(string[] args)
    {
        for (int index = 1; index < args.Length; index++)
        {
            if (args[index].StartsWith(Name + "=", StringComparison.Ordinal))
            {
                return args[index][(Name.Length + 1)..];
            }

            if (args[index] == Name && index + 1 < args.Length && !args[index + 1].StartsWith('-'))
            {
                return args[index + 1];
            }
        }

        return null;
    }
}
