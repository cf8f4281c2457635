namespace TrialSim.Cli;

/// <summary>The user's input is at fault. The message says what was found, what is wrong and what to write.</summary>
public sealed class UserInputException : Exception
{
    /// <summary>With a message for the user.</summary>
    public UserInputException(string message)
        : base(message)
    {
    }
}
