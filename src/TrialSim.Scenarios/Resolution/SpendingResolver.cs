using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Scenarios.Resolution;

/// <summary>How an error is spent.</summary>
internal static class SpendingResolver
{
    /// <summary>The spending; null, with the reason reported, when what was written makes none.</summary>
    /// <param name="document">What was written.</param>
    /// <param name="figures">The rho of kim_demets and the gamma of hwang_shih_decani, where written.</param>
    /// <param name="total">The whole error.</param>
    /// <param name="fractions">Planned information fraction of each look.</param>
    /// <param name="path">Place of the bounds.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Spending? Resolve(
        SpendingDocument document, (double? Rho, double? Gamma) figures, double total, double[] fractions, DocumentPath path, ProblemList problems)
    {
        RefuseFigure("rho", figures.Rho, SpendingFunction.KimDemets, document.Function, path, problems);
        RefuseFigure("gamma", figures.Gamma, SpendingFunction.HwangShihDecani, document.Function, path, problems);
        if (problems.HasErrorIn(path))
        {
            return null;
        }

        switch (document.Function)
        {
            case SpendingFunction.ObrienFleming:
                return Spending.OBrienFleming(total);
            case SpendingFunction.Pocock:
                return Spending.Pocock(total);
            case SpendingFunction.KimDemets when figures.Rho is { } rho:
                return Spending.KimDeMets(total, rho);
            case SpendingFunction.HwangShihDecani when figures.Gamma is { } gamma:
                return Spending.HwangShihDeCani(total, gamma);
            case SpendingFunction.KimDemets:
                problems.Error(path, "kim_demets needs its rho. Write rho: with a number, such as {spending: kim_demets, rho: 3}.");
                return null;
            case SpendingFunction.HwangShihDecani:
                problems.Error(path, "hwang_shih_decani needs its gamma. Write gamma: with a number, such as {spending: hwang_shih_decani, gamma: -4}.");
                return null;
            default:
                return Listed(document, total, fractions, path.Key("spending"), problems);
        }
    }

    private static Spending? Listed(SpendingDocument document, double total, double[] fractions, DocumentPath path, ProblemList problems)
    {
        if (document.Cumulative is not { } list)
        {
            problems.Error(path, $"Nothing says how the error is spent. Write {Advice.OneOf(Words.AllOf(typeof(SpendingFunction)))}, or the cumulative error of each look in brackets.");
            return null;
        }

        double[] errors = [.. list.Items.Select(error => error!.Value)];
        int fall = Enumerable.Range(1, Math.Max(0, errors.Length - 1)).FirstOrDefault(look => errors[look] < errors[look - 1]);
        if (errors.Length != fractions.Length)
        {
            problems.Error(path, $"The number of errors listed is {errors.Length}, that of looks {fractions.Length}. Write a cumulative error for each look.");
        }
        else if (fall > 0)
        {
            problems.Error(path[fall], $"The error falls from {Figure.Of(errors[fall - 1])} to {Figure.Of(errors[fall])}. Write what is spent by each look, which cannot be less than before.");
        }
        else if (Math.Abs(errors[^1] - total) > 1e-9)
        {
            problems.Error(path[errors.Length - 1], $"The last error is {Figure.Of(errors[^1])}, and {Figure.Of(total)} may be spent. Write {Figure.Of(total)} last.");
        }
        else
        {
            return Spending.Given(fractions, errors);
        }

        return null;
    }

    private static void RefuseFigure(string key, double? figure, SpendingFunction owner, SpendingFunction? function, DocumentPath path, ProblemList problems)
    {
        if (figure is not null && function != owner)
        {
            problems.Error(path.Key(key), $"'{key}' belongs to {Words.Of(owner)}. Remove it, or write spending: {Words.Of(owner)}.");
        }
    }
}
