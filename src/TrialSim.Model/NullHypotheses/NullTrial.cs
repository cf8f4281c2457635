using System.Collections.Immutable;
using TrialSim.Model.Design;

namespace TrialSim.Model.NullHypotheses;

/// <summary>
/// The same trial had nothing that is on trial any effect on what is compared: its power is the type I error. Design, protocol, accrual and every patient's luck stay as they are; in the
/// truth, arms other than the control and treatments that the control does not get change nothing that the endpoints of the tests depend on.
/// </summary>
/// <param name="Trial">The trial under the null hypothesis.</param>
/// <param name="Tests">Indices of the analyses whose null hypothesis it is.</param>
/// <param name="Notes">Why other tests have none here, a sentence each.</param>
public sealed record NullTrial(Trial Trial, ImmutableArray<int> Tests, ImmutableArray<string> Notes)
{
    /// <summary>Derives it.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="nullTrial">The trial under the null hypothesis; without tests where none has a null hypothesis that follows from the truth.</param>
    /// <param name="whyNot">Why there is no common null hypothesis; empty where there is one.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryDerive(Trial trial, out NullTrial nullTrial, out string whyNot)
    {
        TrialDesign design = trial.Design;
        ImmutableArray<TestNull> tests = [.. Enumerable.Range(0, design.Analyses.Length).Select(index => TestNull.Of(design, index)).OfType<TestNull>()];
        int[] controls = [.. tests.Where(test => test.WhyNot.Length == 0).SelectMany(test => test.Controls).Distinct()];
        ImmutableArray<int> derived = [.. tests.Where(test => test.WhyNot.Length == 0).Select(test => test.Analysis)];
        ImmutableArray<string> notes = [.. tests.Where(test => test.WhyNot.Length > 0).Select(test => $"{design.Analyses[test.Analysis].Name}: {test.WhyNot}")];
        whyNot = controls.Length > 1
            ? $"The tests compare with different arms ({string.Join(", ", controls.Select(arm => design.Arms[arm].Name))}), so that there is no one truth in which all of them are null."
            : "";
        nullTrial = controls.Length > 1 || derived.IsEmpty
            ? new NullTrial(trial, [], notes)
            : new NullTrial(trial with { Truth = NullTruth.Of(trial, derived, controls is [int control] ? control : ControlOf(design)) }, derived, notes);
        return whyNot.Length == 0;
    }

    private static int ControlOf(TrialDesign design)
    {
        Arm? control = design.Arms.FirstOrDefault(arm => arm.Role == ArmRole.Control);
        return control is null ? 0 : design.Arms.IndexOf(control);
    }
}
