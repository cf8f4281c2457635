using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TrialSim.Charts.Images;

/// <summary>Draws charts into image files: it runs Node with the script and the libraries that the build placed beside this assembly.</summary>
public static class ImageRenderer
{
    /// <summary>Pixels of a PNG for each CSS pixel of the chart: sharp in print at the chart's own size.</summary>
    public const double DefaultPngScale = 3;

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "chart-images", "render.mjs");

    /// <summary>The bytes of an image file.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="format">The file's format.</param>
    /// <param name="pngScale">Pixels for each CSS pixel, above 0; of no meaning to SVG.</param>
    /// <exception cref="ImageRenderingException">Node is missing, or could not draw the chart; the message says what to do.</exception>
    public static byte[] Render(Chart chart, ImageFormat format, double pngScale = DefaultPngScale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pngScale);
        if (!File.Exists(Script))
        {
            throw new ImageRenderingException(
                "TrialSim was built without Node.js, so it cannot draw image files. Install Node.js 20 or later with npm and build it again.");
        }

        ProcessStartInfo start = new("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.ArgumentList.Add(Script);
        start.ArgumentList.Add(format == ImageFormat.Svg ? "svg" : "png");
        start.ArgumentList.Add(pngScale.ToString(CultureInfo.InvariantCulture));
        using Process node = Start(start);

        // All three streams at once: a full pipe that nobody reads would stop Node, and then us.
        Task<string> complaint = node.StandardError.ReadToEndAsync();
        using MemoryStream image = new();
        Task copy = node.StandardOutput.BaseStream.CopyToAsync(image);
        WriteSpec(node, chart);
        Task.WaitAll(complaint, copy);
        node.WaitForExit();
        string reason = complaint.Result.Trim() is { Length: > 0 } said ? said : string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {node.ExitCode} and said nothing.");
        return node.ExitCode == 0
            ? image.ToArray()
            : throw new ImageRenderingException($"Node.js could not draw the chart {chart.Name}: {reason}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new ImageRenderingException("Node.js did not start.");
        }
        catch (Win32Exception exception)
        {
            throw new ImageRenderingException("Node.js was not found on the PATH. Install Node.js 20 or later.", exception);
        }
    }

    private static void WriteSpec(Process node, Chart chart)
    {
        try
        {
            node.StandardInput.Write(chart.Spec.ToJsonString(SpecJson.Options));
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // Node ended before it had read everything; its exit code and its complaint tell why.
            node.StandardInput.BaseStream.Dispose();
        }
    }
}
