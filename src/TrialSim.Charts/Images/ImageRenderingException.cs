namespace TrialSim.Charts.Images;

/// <summary>A chart could not be drawn. The message is for the person who asked for it.</summary>
public sealed class ImageRenderingException : Exception
{
    /// <summary>Without a message.</summary>
    public ImageRenderingException()
    {
    }

    /// <summary>With what is wrong and what to do.</summary>
    public ImageRenderingException(string message)
        : base(message)
    {
    }

    /// <summary>With what is wrong and what to do, and what caused it.</summary>
    public ImageRenderingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
