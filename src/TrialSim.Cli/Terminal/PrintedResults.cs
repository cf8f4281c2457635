namespace TrialSim.Cli.Terminal;

/// <summary>Prints results that are already in their folder.</summary>
internal static class PrintedResults
{
    /// <summary>Prints them; where standard output takes no more, says that nothing else is missing.</summary>
    /// <param name="folder">Where the results are.</param>
    /// <param name="print">Prints them.</param>
    /// <exception cref="UserInputException">Standard output cannot be written.</exception>
    public static void Print(string folder, Action print)
    {
        try
        {
            print();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"Standard output cannot be written: {cause.Message.TrimEnd('.')}. The results are complete, in '{folder}'; only what would have been printed is missing.");
        }
    }
}
