using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Multiplicity;
using TrialSim.Statistics.Probability;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Families of tests that share one alpha.</summary>
internal sealed class TestFamilyResolver(ResolutionContext context, ImmutableArray<ResolvedAnalysis> analyses, ResolvedAllocation allocation, DocumentPath path)
{
    private readonly ProblemList _problems = context.Problems;

    /// <summary>The family; <see cref="ResolvedFamily.None"/>, with the reason reported, when what was written makes none.</summary>
    /// <param name="document">What was written.</param>
    /// <param name="sides">Directions in which tests may reject.</param>
    /// <param name="oneSidedAlpha">Error of the family on each side.</param>
    public ResolvedFamily Resolve(FamilyDocument document, RejectionSides sides, double oneSidedAlpha)
    {
        ImmutableArray<Reference> members = context.Analyses.FindAll(document.Analyses, path.Key("analyses"));
        ImmutableArray<ResolvedAnalysis> tests = [.. members.Select(member => analyses.FirstOrDefault(analysis => analysis.Name == member.Name)).OfType<ResolvedAnalysis>()];
        foreach (ResolvedAnalysis test in tests.Where(test => !test.Method.HasPValue))
        {
            _problems.Error(
                path.Key("analyses"),
                test.Method.IsTest
                    ? $"'{test.Name}' gives a probability of what is hoped for and no p-value, so it cannot share alpha. Name analyses with p-values."
                    : $"'{test.Name}' tests nothing, so it cannot share alpha. Name analyses that test.");
        }

        RefuseOtherKeys(document);
        if (document.Method is not { } method || tests.Length != members.Length || members.Length < 2 || _problems.HasErrorIn(path))
        {
            return ResolvedFamily.None;
        }

        ImmutableArray<FamilyMember> compiled =
            [.. members.Zip(tests, (member, test) => new FamilyMember(member.Index, test.Method.IsNonInferiority ? RejectionSides.Benefit : sides))];
        FamilyDocument written = new() { Method = method, Analyses = new([.. members.Select(member => member.Name)]) };
        ResolvedFamily Judged(TestFamily family) => new(members, written, oneSidedAlpha, [family]);
        ResolvedFamily OfParts(double part) => new(members, written, part, []);
        switch (method)
        {
            case FamilyMethod.Bonferroni:
                return OfParts(oneSidedAlpha / members.Length);
            case FamilyMethod.Dunnett:
                RequireOneLook(tests, method);
                return LoadingsOf(tests, method) is { IsEmpty: false } sizes ? OfParts(DunnettPart(sizes, sides, oneSidedAlpha)) : ResolvedFamily.None;
            case FamilyMethod.Holm:
                return Judged(new TestFamily.Graph(compiled, oneSidedAlpha, GatekeepingGraph.Holm(members.Length)));
            case FamilyMethod.FixedSequence:
                return Judged(new TestFamily.Graph(compiled, oneSidedAlpha, GatekeepingGraph.FixedSequence(members.Length)));
            case FamilyMethod.Hochberg:
                RequireOneLook(tests, method);
                return Judged(new TestFamily.Hochberg(compiled, oneSidedAlpha));
            case FamilyMethod.CoPrimary:
                return Judged(new TestFamily.CoPrimary(compiled, oneSidedAlpha));
            case FamilyMethod.Graph:
                if (GraphOf(document, members) is not { } graph)
                {
                    return ResolvedFamily.None;
                }

                written = written with { Weights = InOrder(document.Weights!, members), Transitions = document.Transitions ?? Named<Named<double?>>.Empty };
                return Judged(new TestFamily.Graph(compiled, oneSidedAlpha, graph));
            default:
                IntersectionMethod intersection = document.Intersection ?? Defaults.Intersection;
                written = written with { Intersection = intersection };
                if (sides == RejectionSides.Both)
                {
                    _problems.Error(path.Key("method"), "A closed test of selected arms claims benefit. Write one_sided_alpha instead of two_sided_alpha.");
                }

                if (members.Length > Limits.ClosedTestMembers)
                {
                    _problems.Error(path.Key("analyses"), $"{members.Length} tests have {(1L << members.Length) - 1} intersections. Name at most {Limits.ClosedTestMembers}.");
                }

                RequireSameLooks(tests, method);
                return LoadingsOf(tests, method) is { IsEmpty: false } loadings && !_problems.HasErrorIn(path)
                    ? Judged(new TestFamily.Closed(compiled, oneSidedAlpha, intersection, loadings))
                    : ResolvedFamily.None;
        }
    }

    private void RefuseOtherKeys(FamilyDocument document)
    {
        string[] own = document.Method switch
        {
            FamilyMethod.Graph => ["weights", "transitions"],
            FamilyMethod.ClosedTest => ["intersection"],
            _ => [],
        };
        foreach (string key in Choice.Written(document).Except(own).Except(["method", "analyses"]))
        {
            if (document.Method is { } method)
            {
                _problems.Error(path.Key(key), $"'{key}' has no meaning for {Words.Of(method)}. Remove it.");
            }
        }
    }

    // Each part leaves the chance that the largest of all Z passes its quantile at the error of the family.
    private static double DunnettPart(ImmutableArray<double> loadings, RejectionSides sides, double oneSidedAlpha)
    {
        // A loading of √(n/(n + n₀)) is that of n/n₀ patients for each one of the control.
        Dunnett family = new(1.0, [.. loadings.Select(loading => loading * loading / (1.0 - (loading * loading)))]);
        return Normal.UpperTail(sides == RejectionSides.Both ? family.TwoSidedCriticalValue(2.0 * oneSidedAlpha) : family.CriticalValue(oneSidedAlpha));
    }

    private ImmutableArray<double> LoadingsOf(ImmutableArray<ResolvedAnalysis> tests, FamilyMethod method)
    {
        string what = Words.Of(method);
        ImmutableArray<Pair> pairs = [.. tests.SelectMany(test => test.Method.Compared)];
        ResolvedAnalysis? odd = tests.FirstOrDefault(test => test.Method.Compared.IsEmpty || !test.Method.HasSequentialZ);
        if (odd is not null)
        {
            _problems.Error(path.Key("analyses"), $"{what} is for comparisons of two arms whose Z is nearly normal, and '{odd.Name}' is none. Use log_rank, cox, chi_square, t_test, milestone or rmst.");
            return [];
        }

        if (pairs.Select(pair => pair.Control).Distinct().Count() > 1 || pairs.Select(pair => pair.Experimental).Distinct().Count() < pairs.Length
            || tests.Select(test => test.Endpoint).Distinct().Count() > 1)
        {
            _problems.Error(path.Key("analyses"), $"{what} is for several arms against one control on one endpoint. Name one comparison for each experimental arm, or use holm or graph.");
            return [];
        }

        // Weights below 1 have been reported, and a control beside none has no loading.
        return pairs.Any(pair => allocation.Weights.Length <= Math.Max(pair.Control.Index, pair.Experimental.Index)) || allocation.Weights.Any(weight => weight < 1)
            ? []
            : [.. pairs.Select(pair => IntersectionTest.LoadingOf(allocation.Weights[pair.Control.Index], allocation.Weights[pair.Experimental.Index]))];
    }

    private void RequireOneLook(ImmutableArray<ResolvedAnalysis> tests, FamilyMethod method)
    {
        if (tests.FirstOrDefault(test => test.Looks.Length > 1) is { } several)
        {
            _problems.Error(
                path.Key("method"),
                $"{Words.Of(method)} is for one look, and '{several.Name}' has {several.Looks.Length}. Write at: with one look in each analysis, or use closed_test or holm with testing.sequential.");
        }

        RequireSameLooks(tests, method);
    }

    private void RequireSameLooks(ImmutableArray<ResolvedAnalysis> tests, FamilyMethod method)
    {
        if (tests.FirstOrDefault(test => !test.Looks.SequenceEqual(tests[0].Looks)) is { } other && !_problems.HasErrorIn(path))
        {
            _problems.Error(path.Key("analyses"), $"'{tests[0].Name}' and '{other.Name}' are not done at the same looks, which {Words.Of(method)} requires. Write the same at: in each.");
        }
    }

    private GatekeepingGraph? GraphOf(FamilyDocument document, ImmutableArray<Reference> members)
    {
        if (context.IsMissing(document.Weights, "weights", $"the share of alpha that each test starts with, such as weights: {{{members[0].Name}: 1, {members[1].Name}: 0}}", path))
        {
            return null;
        }

        string[] names = [.. members.Select(member => member.Name)];
        double[] weights = SharesOf(document.Weights!, names, path.Key("weights"));
        double[][] transitions = [.. names.Select(_ => new double[names.Length])];
        foreach ((string from, Named<double?>? shares) in document.Transitions?.Entries ?? [])
        {
            DocumentPath place = path.Key("transitions").Key(from);
            int row = Array.IndexOf(names, from);
            if (row < 0)
            {
                _problems.Error(place, $"{Advice.Quote(from)} is not in this family.{Advice.DidYouMean(from, names)} Write one of {Advice.List(names)}.");
            }
            else if (shares is not null)
            {
                transitions[row] = SharesOf(shares, names, place);
                if (transitions[row][row] != 0.0)
                {
                    _problems.Error(place.Key(from), $"'{from}' passes alpha on to itself. Name other tests.");
                }
            }
        }

        return _problems.HasErrorIn(path) ? null : new GatekeepingGraph(weights, transitions);
    }

    private double[] SharesOf(Named<double?> written, string[] names, DocumentPath place)
    {
        double[] shares = new double[names.Length];
        foreach ((string name, double? share) in written.Entries)
        {
            int index = Array.IndexOf(names, name);
            if (index < 0)
            {
                _problems.Error(place.Key(name), $"{Advice.Quote(name)} is not in this family.{Advice.DidYouMean(name, names)} Write one of {Advice.List(names)}.");
            }
            else if (share is < 0.0 or > 1.0)
            {
                _problems.Error(place.Key(name), "This is no share. Write a number from 0 to 1.");
            }
            else
            {
                shares[index] = share ?? 0.0;
            }
        }

        if (shares.Sum() > 1.0 + 1e-12)
        {
            _problems.Error(place, "The shares add up to more than 1. Write shares that together are at most 1.");
        }

        return shares;
    }

    private static Named<double?> InOrder(Named<double?> weights, ImmutableArray<Reference> members) =>
        new([.. members.Select(member => KeyValuePair.Create<string, double?>(member.Name, weights.Entries.FirstOrDefault(entry => entry.Key == member.Name).Value ?? 0.0))]);
}
