namespace TrialSim.Results.Sizes;

/// <summary>How one target fares, as <c>size.json</c> has it.</summary>
/// <param name="Characteristic">As the command line takes it.</param>
/// <param name="Wanted">Such as <c>at least 0.8</c>.</param>
/// <param name="Decides">Whether this target asks for the answer.</param>
/// <param name="Crossing">Where its characteristic passes the bound, in the unit of what is varied; null where it does not within what was looked at.</param>
/// <param name="Lower">Lower end of the 95 % interval of <paramref name="Crossing"/>; null with it.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="AtAnswer">The characteristic at the answer, from replicates that had no part in finding it; null without an answer.</param>
/// <param name="OneStepBelow">The same a step below; null where nothing lies below.</param>
public sealed record SizeReach(
    string Characteristic,
    string Wanted,
    bool Decides,
    double? Crossing,
    double? Lower,
    double? Upper,
    OperatingCharacteristic? AtAnswer,
    OperatingCharacteristic? OneStepBelow);
