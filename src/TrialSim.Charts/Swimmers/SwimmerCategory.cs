namespace TrialSim.Charts.Swimmers;

/// <summary>How things of one kind look; each that occurs stands in the legend.</summary>
/// <param name="Name">Name, unique in a picture.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Shape">Vega's name of the symbol; empty for a bar.</param>
/// <param name="Fill">Colour of the symbol's inside: <paramref name="Colour"/> for what is known, that of paper for what has merely happened.</param>
public sealed record SwimmerCategory(string Name, string Colour, string Shape, string Fill)
{
    /// <summary>Inside of a symbol for what has happened and is not known.</summary>
    public const string Hollow = "#ffffff";

    /// <summary>A bar.</summary>
    public static SwimmerCategory Bar(string name, string colour) => new(name, colour, "", colour);
}
