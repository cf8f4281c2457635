using System.Collections.Immutable;
using TrialSim.Model.Protocol;

namespace TrialSim.Model.Truth;

/// <summary>Some patients leave the study shortly before an event would be seen, because of what is coming: a loss that tells about the event.</summary>
/// <param name="Purpose">Key of its draws: whether a patient is one of them, and how long before.</param>
/// <param name="Event">Index of the event.</param>
/// <param name="When">Alternatives of facts at randomisation; a patient of whom one holds may be lost so.</param>
/// <param name="Probability">Probability that such a patient, if the event happens, is lost before it.</param>
/// <param name="Before">Days from the loss to the event, every day equally likely; at the earliest the patient is lost at randomisation.</param>
public sealed record InformativeLoss(uint Purpose, int Event, ImmutableArray<StateMask> When, double Probability, TimeWindow Before);
