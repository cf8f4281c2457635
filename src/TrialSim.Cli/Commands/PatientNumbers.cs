using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace TrialSim.Cli.Commands;

/// <summary>The option that names patients: <c>57</c>, <c>1..12</c> or <c>3,7,20..24</c>.</summary>
internal static class PatientNumbers
{
    private const int MaxPatients = 100;

    /// <summary>The option; its value holds screening numbers from 1, each once.</summary>
    public static Option<int[]> Option()
    {
        Option<int[]> option = new("--patient")
        {
            Description = "Screening number of the patient, from 1; several as 1..12 or 3,7,20..24.",
            HelpName = "number",
            Required = true,
            AllowMultipleArgumentsPerToken = false,
        };
        option.CustomParser = Parse;
        return option;
    }

    private static int[] Parse(ArgumentResult result)
    {
        List<int> numbers = [];
        foreach (string part in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            string[] ends = part.Split("..");
            bool isRange = ends.Length is 1 or 2 & TryNumber(ends[0], out int first) & TryNumber(ends[^1], out int last) && last >= first;
            if (!isRange)
            {
                result.AddError($"--patient: '{part}' cannot be used; write whole numbers from 1, such as 57, 1..12 or 3,7,20..24.");
                return [];
            }

            if (last - first >= MaxPatients || numbers.Count + last - first >= MaxPatients)
            {
                result.AddError($"--patient: these are more than {MaxPatients} patients, too many to look at. Write fewer.");
                return [];
            }

            numbers.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return [.. numbers.Distinct()];
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
