using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Which of a document's keys were written.</summary>
internal static class Choice
{
    /// <summary>The keys written, in the order of their declaration.</summary>
    public static string[] Written(object document) =>
    [
        .. DocumentShape.Of(document.GetType()).Keys
            .Where(key => key.Property.GetValue(document) is not null)
            .Select(key => key.Name),
    ];

    /// <summary>The one key written out of several; empty, with the reason reported, when it is not exactly one.</summary>
    public static string ExactlyOne(object document, IEnumerable<string> candidates, DocumentPath path, ProblemList problems)
    {
        string[] written = [.. Written(document).Where(candidates.Contains)];
        if (written.Length == 1)
        {
            return written[0];
        }

        // A key that could not be understood counts as missing, and was reported already.
        if (!problems.HasErrorIn(path))
        {
            problems.Error(
                path,
                written.Length == 0
                    ? $"None of {Advice.List(candidates)} is here. Write exactly one of them."
                    : $"{Advice.List(written)} stand together. Write exactly one of {Advice.List(candidates)}.");
        }

        return string.Empty;
    }
}
