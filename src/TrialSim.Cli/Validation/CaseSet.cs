using System.Security.Cryptography;
using System.Text;
using TrialSim.Scenarios.ValidationCases;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Validation;

/// <summary>All cases of a folder, read and found right.</summary>
internal sealed class CaseSet
{
    /// <summary>Probability that a right program fails any of the figures with a Monte Carlo error, over seeds.</summary>
    public const double FalseAlarm = 1e-6;

    private CaseSet(ICaseFiles files, IReadOnlyList<ValidationCase> cases, string sha256)
    {
        Files = files;
        Cases = cases;
        Sha256 = sha256;
        MonteCarloChecks = cases.SelectMany(one => one.Steps).SelectMany(step => step.Checks).Where(check => check.Tolerance.IsMonteCarlo).OfType<ValidationCheck.Cells>()
            .Sum(check => check.Expected.Sum(column => column.Value.Length));

        // Bonferroni over the whole set, so that a choice of cases does not move the bands.
        MonteCarloErrors = Normal.Quantile(1.0 - (0.5 * FalseAlarm / Math.Max(1, MonteCarloChecks)));
    }

    /// <summary>Where they lie.</summary>
    public ICaseFiles Files { get; }

    /// <summary>The cases, in the order of their files' names.</summary>
    public IReadOnlyList<ValidationCase> Cases { get; }

    /// <summary>SHA-256 of the files, as <see cref="Results.Validation.ValidationRecord"/> says.</summary>
    public string Sha256 { get; }

    /// <summary>How many figures have a Monte Carlo error.</summary>
    public int MonteCarloChecks { get; }

    /// <summary>How many standard errors they may lie away.</summary>
    public double MonteCarloErrors { get; }

    /// <summary>Reads every case.</summary>
    /// <exception cref="UserInputException">Something is wrong with one of them; the message holds every problem.</exception>
    public static CaseSet Read(ICaseFiles files)
    {
        List<string> problems = [];
        List<ValidationCase> cases = [];
        (string File, ValidationCaseReading Reading)[] readings = [.. files.Cases.Select(file => (file, ValidationCaseReader.Read(files.Read(file), files.NameOf(file))))];

        // A scenario may lie beside the case that reads it.
        HashSet<string> inputs = [.. readings.SelectMany(one => one.Reading.Inputs)];
        foreach ((string file, ValidationCaseReading reading) in readings.Where(one => !inputs.Contains(one.File)))
        {
            problems.AddRange(reading.Problems.Select(problem => problem.ToString()));
            if (reading.Case is ValidationCase read)
            {
                problems.AddRange(read.Inputs.Where(input => !files.Has(input)).Select(input => $"{files.NameOf(file)}: inputs: there is no file '{files.NameOf(input)}'. Put it there, or write another name."));
                problems.AddRange(cases.Where(other => other.Id.Equals(read.Id, StringComparison.OrdinalIgnoreCase)).Select(other => $"{files.NameOf(file)}: id: '{read.Id}' is the name of another case too. Write another one."));
                cases.Add(read);
            }
        }

        if (problems.Count == 0 && cases.Count == 0)
        {
            problems.Add($"{files.Place}: every file is an input of a case, and an input is no case. Take the case itself out of 'inputs:'.");
        }

        return problems.Count == 0 ? new CaseSet(files, cases, DigestOf(files, cases)) : throw new UserInputException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>The cases with these names, in the order of the set; all where none is named.</summary>
    /// <exception cref="UserInputException">There is no case of a name.</exception>
    public IReadOnlyList<ValidationCase> Choose(IReadOnlyList<string> names)
    {
        string[] unknown = [.. names.Where(name => !Cases.Any(one => IsNamed(one, name)))];
        return unknown.Length == 0
            ? [.. Cases.Where(one => names.Count == 0 || names.Any(name => IsNamed(one, name)))]
            : throw new UserInputException($"{Commands.ValidateOptions.OnlyName}: there is no case '{unknown[0]}'. The cases are {string.Join(", ", Cases.Select(one => one.Id))}.");
    }

    private static bool IsNamed(ValidationCase one, string name) => one.Id.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string DigestOf(ICaseFiles files, IEnumerable<ValidationCase> cases)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files.Cases.Concat(cases.SelectMany(one => one.Inputs)).Distinct().Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\0"));
            hash.AppendData(SHA256.HashData(files.Read(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
