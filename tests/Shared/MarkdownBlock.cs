namespace TrialSim.Tests;

/// <summary>A block of code on a page.</summary>
/// <param name="Language">What stands behind the opening fence.</param>
/// <param name="Text">The lines, each ending with a line break.</param>
/// <param name="Note">The comment right above it, which readers do not see; empty for none.</param>
internal sealed record MarkdownBlock(string Language, string Text, string Note);
