using System.Text;

namespace TrialSim.Cli.Terminal;

/// <summary>
/// Standard error. Where it is closed or full there is nobody left to tell, so what is written to it is lost, and the exit code says the rest.
/// </summary>
internal sealed class LastResortWriter(TextWriter error) : TextWriter
{
    public override Encoding Encoding => error.Encoding;

    public override void Write(char value) => Attempt(() => error.Write(value));

    public override void Write(string? value) => Attempt(() => error.Write(value));

    public override void Write(char[] buffer, int index, int count) => Attempt(() => error.Write(buffer, index, count));

    public override void Flush() => Attempt(error.Flush);

    private static void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // See the summary: a failure to report a failure is the end of reporting, not of the work.
        }
    }
}
