namespace TrialSim.Charts.Swimmers;

/// <summary>How the things of a course look, the same in every picture of it. The colours are Okabe and Ito's, which people with any colour vision tell apart, and shades that lie on them.</summary>
public static class SwimmerColours
{
    private const string Ink = "#24292f";
    private static readonly string[] ProcedureColours = ["#12355b", OkabeIto.Green, OkabeIto.Purple, OkabeIto.Vermilion];
    private static readonly string[] DrugColoursWithinABar = ["#6a51a3", "#8c6d1f", "#1b7837", "#762a83"];
    private static readonly string[] ProcedureShapes = ["circle", "square", "diamond", "triangle-up"];
    private static readonly string[] EventColours = [OkabeIto.Vermilion, OkabeIto.Purple, OkabeIto.Green, OkabeIto.Orange, OkabeIto.Blue];
    private static readonly string[] EventShapes = ["triangle-up", "diamond", "triangle-down", "square", "triangle-right"];
    private static readonly string[] LevelColours = ["#66c2a4", "#b2e2e2", "#fdd9a0", "#f2a07b", "#cf7070"];
    private static readonly string[] GradeColours = ["#fbe3d6", "#f7c6ab", "#ef9a76", "#d9603b", "#a63a1a"];
    private static readonly string[] DrugColours = ["#7fb8dc", "#8fd0bb", "#e3b8d2", "#f0c48a"];

    /// <summary>Bar of the time of follow-up.</summary>
    public static SwimmerCategory Followed { get; } = SwimmerCategory.Bar("followed", "#cfd6dd");

    /// <summary>Bar of the time that is shown after it.</summary>
    public static SwimmerCategory NotFollowed { get; } = SwimmerCategory.Bar("no longer followed", "#eef1f4");

    /// <summary>Bar of a drug that is held.</summary>
    public static SwimmerCategory Held { get; } = SwimmerCategory.Bar("held", "#e3e7eb");

    /// <summary>Bar of a drug that is interrupted.</summary>
    public static SwimmerCategory Interrupted { get; } = SwimmerCategory.Bar("interrupted", "#f5d9a8");

    /// <summary>A visit that was kept.</summary>
    public static SwimmerCategory VisitKept { get; } = new("visit kept", "#57606a", "circle", "#57606a");

    /// <summary>A visit that was missed.</summary>
    public static SwimmerCategory VisitMissed { get; } = new("visit missed", "#b35900", "M-1,-1L1,1M-1,1L1,-1", "#b35900");

    /// <summary>Loss to follow-up.</summary>
    public static SwimmerCategory Lost { get; } = new("lost to follow-up", Ink, "M-.2,-1H.2V1H-.2Z", Ink);

    /// <summary>Followed to the end.</summary>
    public static SwimmerCategory StillFollowed { get; } = new("still followed", Ink, "M-.8,-.22H.2V-.6L1,0L.2,.6V.22H-.8Z", Ink);

    /// <summary>An adverse event that is known.</summary>
    public static SwimmerCategory AdverseEventSeen { get; } = new("adverse event known", "#a63a1a", "triangle-up", "#a63a1a");

    /// <summary>A marker that was measured.</summary>
    public static SwimmerCategory Measured { get; } = new("marker measured", OkabeIto.Blue, "diamond", OkabeIto.Blue);

    /// <summary>A visit among much else: a thin stroke.</summary>
    public static SwimmerCategory SmallVisit { get; } = new("visit", "#57606a", "M-.1,-.55H.1V.55H-.1Z", "#57606a");

    /// <summary>A bar of a drug that is paused within another bar.</summary>
    public static SwimmerCategory Paused(string drug) => SwimmerCategory.Bar($"{drug} paused", "#e3a33a");

    /// <summary>A session of a procedure.</summary>
    /// <param name="procedure">Its name.</param>
    /// <param name="place">Its place among the procedures, from 0.</param>
    public static SwimmerCategory Session(string procedure, int place) => new($"{procedure} session", At(ProcedureColours, place), At(ProcedureShapes, place), At(ProcedureColours, place));

    /// <summary>A bar of a drug that is taken.</summary>
    /// <param name="drug">Its name.</param>
    /// <param name="place">Its place among the drugs, from 0.</param>
    public static SwimmerCategory Taken(string drug, int place) => SwimmerCategory.Bar($"{drug} taken", At(DrugColours, place));

    /// <summary>The same within another bar.</summary>
    /// <param name="drug">Its name.</param>
    /// <param name="place">Its place among the drugs, from 0.</param>
    public static SwimmerCategory TakenWithinABar(string drug, int place) => Taken(drug, place) with { Colour = At(DrugColoursWithinABar, place) };

    /// <summary>An event that has happened and is not known.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="place">Its place among the events that do not end a course, from 0.</param>
    public static SwimmerCategory Happened(string name, int place) => new($"{name} happened", At(EventColours, place), At(EventShapes, place), SwimmerCategory.Hollow);

    /// <summary>An event that ends a course, where it is not known.</summary>
    /// <param name="name">Its name.</param>
    public static SwimmerCategory LastHappened(string name) => new($"{name} happened", Ink, "cross", SwimmerCategory.Hollow);

    /// <summary>The same event where it is known.</summary>
    /// <param name="happened">How it looks where it is not.</param>
    /// <param name="name">What the legend says.</param>
    public static SwimmerCategory Known(SwimmerCategory happened, string name) => happened with { Name = name, Fill = happened.Colour };

    /// <summary>A bar of an adverse event of a grade; grade 0 for one without.</summary>
    public static SwimmerCategory Grade(int grade) => SwimmerCategory.Bar(grade == 0 ? "going on" : $"grade {grade}", GradeColours[Math.Clamp(grade, 1, GradeColours.Length) - 1]);

    /// <summary>A level of a state: those of a tumour's response have colours of their own, others go from good to bad in their order.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="level">Its place, from 0.</param>
    /// <param name="levels">How many there are.</param>
    public static SwimmerCategory Level(string name, int level, int levels)
    {
        int place = name switch
        {
            "CR" => 0,
            "PR" => 1,
            "SD" => 2,
            "PD" => 4,
            _ => levels <= 1 ? 0 : (int)Math.Round((double)level * (LevelColours.Length - 1) / (levels - 1)),
        };
        return SwimmerCategory.Bar(name, LevelColours[place]);
    }

    /// <summary>A colour mixed with paper, so that what lies on it stays visible.</summary>
    public static string Tint(string colour)
    {
        int Mixed(int place) => (int)Math.Round((0.45 * Convert.ToInt32(colour.Substring(place, 2), 16)) + (0.55 * 255));
        return $"#{Mixed(1):x2}{Mixed(3):x2}{Mixed(5):x2}";
    }

    private static string At(string[] list, int place) => list[place % list.Length];
}
