using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Engine.Decisions;

/// <summary>
/// Scales the number of patients by a nuisance figure that is seen without the arms (Gould and Shih, Communications in Statistics 21, 1992; Friede and Kieser, Biometrical Journal 48, 2006).
/// </summary>
internal sealed class BlindedReestimation(TrialDesign design)
{
    private readonly EndpointLoader _endpoints = new(design);

    /// <summary>The patients to randomise. Where nobody has had the event yet, no number of patients would do, and it is the most.</summary>
    /// <param name="rule">The figure, and what was planned.</param>
    /// <param name="cut">What is known.</param>
    /// <param name="target">Patients to randomise if there is no figure: nobody is known, or of numbers one patient.</param>
    public int PatientsFor(DecisionAction.ReestimateBlinded rule, DataCut cut, int target)
    {
        EndpointData data = _endpoints.Load(cut, rule.Endpoint, followedForDays: 0.0);
        int patients = data.Members.Length;
        int events = 0;
        foreach (bool hasEvent in data.InScreeningOrder.HasEvent)
        {
            events += hasEvent ? 1 : 0;
        }

        double share = (double)events / patients;
        double figure = rule.Figure switch
        {
            BlindedFigure.VarianceOfProportion => share * (1.0 - share),
            BlindedFigure.PatientsPerEvent => 1.0 / share,
            _ => Math.Pow(SampleMean.Of(data.Values).StandardDeviation, 2.0),
        };
        return double.IsNaN(figure) ? target : (int)Math.Clamp(Math.Ceiling(design.Patients * figure / rule.Planned), rule.MinPatients, rule.MaxPatients);
    }
}
