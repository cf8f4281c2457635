using System.Globalization;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Truth;

namespace TrialSim.Cli.Replays;

/// <summary>What is to be known of a patient at randomisation, in a line.</summary>
internal static class ReplaySubtitle
{
    /// <summary>Arm, site and covariates; of a counterfactual also the arm that allocation gave.</summary>
    public static string Of(Trial trial, PatientRecord record)
    {
        string arm = trial.Design.Arms[record.Arm].Name;
        string allocated = trial.Design.Arms[record.AllocatedArm].Name;
        IEnumerable<string> covariates = trial.Truth.Covariates.Select((covariate, index) => $"{covariate.Name} {ValueOf(covariate, record.Covariates[index])}");
        IEnumerable<string> site = trial.Truth.Sites.Count > 0 ? [string.Create(CultureInfo.InvariantCulture, $"site {record.Site + 1} of {trial.Truth.Sites.Count}")] : [];
        return string.Join(" · ", site.Concat(covariates).Prepend(record.Arm == record.AllocatedArm ? $"arm {arm}" : $"arm {arm}, with the luck of a patient of {allocated}"));
    }

    /// <summary>A covariate's value as a person reads it.</summary>
    public static string ValueOf(Covariate covariate, double value) => covariate.Distribution is CategoricalDistribution categorical
        ? categorical.Levels[(int)value]
        : value.ToString("G5", CultureInfo.InvariantCulture);
}
