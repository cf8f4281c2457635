namespace TrialSim.Model.Design;

/// <summary>A marker as measured at a certain visit, of patients in whom it was; a change only of those who have an earlier measurement.</summary>
/// <param name="Marker">Index of the marker.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Change">What is taken of it.</param>
public sealed record MarkerValue(int Marker, VisitNumber Visit, MarkerChange Change) : Quantity;
