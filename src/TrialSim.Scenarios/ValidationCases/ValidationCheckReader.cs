using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>A check as written to a check that can be made; reports what does not fit together.</summary>
internal sealed class ValidationCheckReader(ValidationCheckDocument check, DocumentPath path, ProblemList problems)
{
    private const int Sha256Digits = 64;

    private static readonly string[] Kinds = ["expect", "printed", "reference", "sha256", "same"];

    /// <summary>The check; null, with the reason reported, where there is none.</summary>
    public ValidationCheck? Read()
    {
        int before = problems.ErrorCount;
        object?[] written = [check.Expect, check.Printed, check.Reference, check.Sha256, check.Same];
        if (written.Count(kind => kind is not null) != 1)
        {
            // A kind that could not be understood was reported.
            if (!problems.HasErrorIn(path))
            {
                problems.Error(path, $"A check says one thing. Write exactly one of {Advice.List(Kinds)}.");
            }

            return null;
        }

        ValidationCaseReader.CheckPath(check.File, path.Key("file"), problems);
        ValidationCheck? read = check.Expect is not null ? CellsOf(check.Expect)
            : check.Printed is not null ? new ValidationCheck.Sentences(TextsOf(check.Printed))
            : check.Reference is not null ? ReferenceOf(check.Reference)
            : check.Sha256 is not null ? DigestOf(check.Sha256)
            : SameOf(check.Same!);
        RefuseUnused();
        FigureTolerance tolerance = ToleranceOf(check.Tolerance);
        return problems.ErrorCount > before || read is null ? null : read with { What = check.What ?? "", Because = check.Because ?? "", Tolerance = tolerance };
    }

    private ValidationCheck.Cells CellsOf(Named<Listed<string>> expect) => new(
        check.File ?? "",
        TextsOf(check.Where),
        [.. expect.Entries.Select(entry => KeyValuePair.Create(entry.Key, (ImmutableArray<string>)[.. (entry.Value?.Items ?? []).OfType<string>()]))]);

    private ValidationCheck.Reference ReferenceOf(ReferenceTableDocument reference)
    {
        ValidationCaseReader.CheckPath(reference.File, path.Key("reference").Key("file"), problems);
        return new ValidationCheck.Reference(
            check.File ?? "", reference.File ?? "", TextsOf(reference.Where), [.. (reference.Match?.Items ?? []).OfType<string>()], TextsOf(reference.Columns));
    }

    private ValidationCheck.Digest DigestOf(string sha256)
    {
        if (sha256.Length != Sha256Digits || !sha256.All(char.IsAsciiHexDigit))
        {
            problems.Error(path.Key("sha256"), $"{Advice.Quote(sha256)} is no SHA-256. Write {Sha256Digits} hexadecimal digits, as sha256sum prints them.");
        }

        if (check.File is null)
        {
            problems.Error(path, "The key 'file' is missing. Write 'file:' with the file whose SHA-256 is meant.");
        }

        return new ValidationCheck.Digest(check.File ?? "", sha256.ToLowerInvariant());
    }

    private ValidationCheck.SameBytes? SameOf(Listed<string> same)
    {
        for (int index = 0; index < same.Items.Length; index++)
        {
            ValidationCaseReader.CheckPath(same.Items[index], path.Key("same")[index], problems);
        }

        return same.Items is [string first, string second] ? new ValidationCheck.SameBytes(first, second) : null;
    }

    private void RefuseUnused()
    {
        (string Key, object? Value, bool IsUsed)[] keys =
        [
            ("where", check.Where, check.Expect is not null),
            ("file", check.File, check.Expect is not null || check.Reference is not null || check.Sha256 is not null),
            ("tolerance", check.Tolerance, check.Expect is not null || check.Printed is not null || check.Reference is not null),
        ];
        foreach ((string key, object? value, bool isUsed) in keys)
        {
            if (value is not null && !isUsed)
            {
                problems.Error(path.Key(key), $"'{key}' says nothing about this kind of check. Remove it.");
            }
        }
    }

    private FigureTolerance ToleranceOf(ToleranceDocument? tolerance)
    {
        if (tolerance is null)
        {
            return FigureTolerance.OfPrintedDigits;
        }

        DocumentPath place = path.Key("tolerance");
        bool hasSource = tolerance.SourceError is not null || tolerance.SourceReplicates is not null;
        if (hasSource && tolerance.MonteCarlo is null && !problems.HasErrorIn(place))
        {
            problems.Error(place, "An error of the source is told beside the figure's own. Write 'monte_carlo:' with the column of its Monte Carlo standard error.");
        }

        if (tolerance.MonteCarlo is not null && check.Printed is not null)
        {
            problems.Error(place.Key("monte_carlo"), "A figure in a sentence has no column of errors. Check it in a table.");
        }

        if (tolerance.MonteCarlo is not null && check.Reference is not null)
        {
            problems.Error(place.Key("monte_carlo"), "The figures of a reference are compared without errors of their own. Check simulated ones with 'expect:'.");
        }

        if (tolerance.SourceError is not null && tolerance.SourceReplicates is not null)
        {
            problems.Error(place.Key("source_replicates"), "'source_error' says already how exact the source is. Write one of the two.");
        }

        if (tolerance.SourceReplicates is not null)
        {
            RefuseNoShares(place.Key("source_replicates"));
        }

        bool saysMore = tolerance.Relative is not null || tolerance.Absolute is not null || tolerance.MonteCarlo is not null;
        return new FigureTolerance(
            saysMore && tolerance.LastDigits is null ? 0.0 : Math.Max(tolerance.LastDigits ?? 0.0, FigureTolerance.RoundedDigit),
            tolerance.Relative ?? 0.0,
            tolerance.Absolute ?? 0.0,
            tolerance.MonteCarlo ?? "",
            tolerance.SourceError ?? 0.0,
            tolerance.SourceReplicates ?? 0.0);
    }

    private void RefuseNoShares(DocumentPath place)
    {
        foreach (string figure in (check.Expect?.Entries ?? []).SelectMany(entry => entry.Value?.Items ?? []).OfType<string>())
        {
            if (!double.TryParse(figure, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) || share is < 0.0 or > 1.0)
            {
                problems.Error(place, $"{Advice.Quote(figure)} is no share, and the error of another figure does not follow from replicates. Write 'source_error:' instead.");
            }
        }
    }

    private static CellTexts TextsOf(Named<string>? texts) =>
        texts is null ? CellTexts.None : new CellTexts([.. texts.Entries.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, entry.Value!))]);
}
