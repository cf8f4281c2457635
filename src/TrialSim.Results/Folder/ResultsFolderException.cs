namespace TrialSim.Results.Folder;

/// <summary>A results folder cannot be written. The message says why and what to do, for the person who chose the folder.</summary>
public sealed class ResultsFolderException : IOException
{
    /// <summary>With a message for the user.</summary>
    public ResultsFolderException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the user and its cause.</summary>
    public ResultsFolderException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
