using Microsoft.Win32.SafeHandles;

namespace TrialSim.Cli;

/// <summary>A single file that is written beside its place and then renamed, so that whoever looks sees the old file or the new one.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="option">The option that named it, for the message.</param>
    /// <exception cref="UserInputException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, string option)
    {
        if (Directory.Exists(path))
        {
            throw new UserInputException($"{option}: '{path}' is a folder. Name a file.");
        }

        try
        {
            Replace(path, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserInputException($"{option}: '{path}' cannot be written. {exception.Message}");
        }
    }

    /// <summary>Writes a file in place of one that may be there; its folder is made. A link stays a link, and the file it leads to is written.</summary>
    /// <exception cref="IOException">It cannot be written, or is no file; what was there is there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        string final = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        if (File.Exists(final) && new FileInfo(final).Length == 0 && !CanHoldSomething(final))
        {
            throw new IOException("It is a pipe or a device, which a file would take the place of. Name a file.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(final))!);
        WriteBeside(final, content, static (partial, whole) => File.Move(partial, whole, overwrite: true));
    }

    /// <summary>Writes a file where there is none.</summary>
    /// <exception cref="IOException">It cannot be written, or something is there.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static void Create(string path, ReadOnlySpan<byte> content) => WriteBeside(path, content, File.Move);

    // Pipes and devices have no length, and cannot be given one. To read and to write a pipe is to wait for nobody.
    private static bool CanHoldSomething(string empty)
    {
        using SafeFileHandle file = File.OpenHandle(empty, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        try
        {
            RandomAccess.SetLength(file, 0);
            return true;
        }
        catch (Exception cause) when (cause is IOException or NotSupportedException)
        {
            return false;
        }
    }

    private static void WriteBeside(string path, ReadOnlySpan<byte> content, Action<string, string> rename)
    {
        string partial = path + ".trialsim-partial";
        using FileStream file = new(partial, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            file.Write(content);
            file.Dispose();
            rename(partial, path);
        }
        catch
        {
            file.Dispose();
            File.Delete(partial); // A full disk has room again.
            throw;
        }
    }
}
