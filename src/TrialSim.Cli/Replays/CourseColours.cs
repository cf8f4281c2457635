using TrialSim.Charts.Swimmers;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;

namespace TrialSim.Cli.Replays;

/// <summary>How the treatments and events of a scenario look in a swimmer chart, by their places in it.</summary>
internal static class CourseColours
{
    public static SwimmerCategory Session(Trial trial, int treatment) =>
        SwimmerColours.Session(NameOf(trial, treatment), trial.Design.Protocol.Treatments.Take(treatment).Count(one => one is Procedure));

    public static SwimmerCategory Taken(Trial trial, int treatment) => SwimmerColours.Taken(NameOf(trial, treatment), DrugsBefore(trial, treatment));

    public static SwimmerCategory TakenWithinABar(Trial trial, int treatment) => SwimmerColours.TakenWithinABar(NameOf(trial, treatment), DrugsBefore(trial, treatment));

    public static SwimmerCategory Reduced(Trial trial, int treatment) => SwimmerCategory.Bar($"{NameOf(trial, treatment)} at a lower dose", "#b9d8ec");

    public static SwimmerCategory Seen(Trial trial, int index)
    {
        string name = trial.Truth.Events[index].Name;
        return SwimmerColours.Known(Happened(trial, index), trial.Truth.Events[index].IsSeenAtOnce ? name : $"{name} seen");
    }

    public static SwimmerCategory Happened(Trial trial, int index) => trial.Truth.Events[index].Ending == CourseEnding.Fatal
        ? SwimmerColours.LastHappened(trial.Truth.Events[index].Name)
        : SwimmerColours.Happened(trial.Truth.Events[index].Name, trial.Truth.Events.Take(index).Count(one => one.Ending != CourseEnding.Fatal));

    private static string NameOf(Trial trial, int treatment) => trial.Design.Protocol.Treatments[treatment].Name;

    private static int DrugsBefore(Trial trial, int treatment) => trial.Design.Protocol.Treatments.Take(treatment).Count(one => one is Drug);
}
