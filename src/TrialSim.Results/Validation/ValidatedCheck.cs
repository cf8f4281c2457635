namespace TrialSim.Results.Validation;

/// <summary>One comparison of a validation.</summary>
/// <param name="Number">Case and number within it, such as <c>V13.7</c>.</param>
/// <param name="What">What was checked.</param>
/// <param name="Expected">What the source gives, as it is written there.</param>
/// <param name="Tolerance">How far the figure may lie from it.</param>
/// <param name="Because">Why that far; empty for what the kind of tolerance says.</param>
/// <param name="Found">What the program gave, as it wrote it; what is missing, where there is nothing.</param>
/// <param name="Difference">Found less expected; empty for what is no number.</param>
/// <param name="Verdict">Whether it holds.</param>
public sealed record ValidatedCheck(string Number, string What, string Expected, string Tolerance, string Because, string Found, string Difference, CheckVerdict Verdict);
