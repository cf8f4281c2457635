using TrialSim.Model.Protocol;

namespace TrialSim.Model.Dependence;

/// <summary>
/// The protocol without what no result depends on: schedules of visits at which nothing is seen and nothing decided, treatments that change nothing and are not counted. They keep their place
/// and lose their arms. Draws have keys of their own, so that everything else is bit for bit the same; a patient's course lacks what was left out.
/// </summary>
public static class EssentialProtocol
{
    /// <summary>The trial with that protocol.</summary>
    /// <param name="trial">The trial as designed.</param>
    public static Trial Of(Trial trial)
    {
        TrialProtocol protocol = trial.Design.Protocol;
        Influences influences = Influences.OnResults(trial);
        return trial with
        {
            Design = trial.Design with
            {
                Protocol = protocol with
                {
                    Treatments = [.. protocol.Treatments.Select((treatment, index) => influences.Treatments.Contains(index) ? treatment : treatment with { Arms = [] })],
                    Visits = [.. protocol.Visits.Select((schedule, index) => influences.Visits.Contains(index) ? schedule : schedule with { Arms = [] })],
                },
            },
        };
    }
}
