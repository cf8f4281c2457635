namespace TrialSim.Results.Sweeps;

/// <summary>Numbers of replicates as bytes: one where all are the same, a bit each where they are 0 and 1, a byte each where they are whole and lie close together, four bytes each otherwise.</summary>
internal static class SeriesBytes
{
    private const byte Same = 0;
    private const byte Bits = 1;
    private const byte Small = 2;
    private const byte Any = 3;

    /// <summary>Writes the numbers.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<float> series)
    {
        writer.Write(series.Length);
        if (series.IsEmpty)
        {
            return;
        }

        float least = Least(series);
        byte form = FormOf(series, least);
        writer.Write(form);
        writer.Write(form == Any ? 0 : least);
        byte held = 0;
        for (int index = 0; index < series.Length && form != Same; index++)
        {
            switch (form)
            {
                case Bits:
                    held |= (byte)(series[index] == 1 ? 1 << (index % 8) : 0);
                    if (index % 8 == 7 || index == series.Length - 1)
                    {
                        writer.Write(held);
                        held = 0;
                    }

                    break;
                case Small:
                    writer.Write((byte)(series[index] - least));
                    break;
                default:
                    writer.Write(series[index]);
                    break;
            }
        }
    }

    /// <summary>Reads them again.</summary>
    public static float[] Read(BinaryReader reader)
    {
        float[] series = new float[reader.ReadInt32()];
        if (series.Length == 0)
        {
            return series;
        }

        byte form = reader.ReadByte();
        float least = reader.ReadSingle();
        byte held = 0;
        for (int index = 0; index < series.Length; index++)
        {
            held = form == Bits && index % 8 == 0 ? reader.ReadByte() : held;
            series[index] = form switch
            {
                Same => least,
                Bits => (held >> (index % 8)) & 1,
                Small => least + reader.ReadByte(),
                _ => reader.ReadSingle(),
            };
        }

        return series;
    }

    private static byte FormOf(ReadOnlySpan<float> series, float least)
    {
        byte form = Same;
        foreach (float value in series)
        {
            byte needed = value.Equals(least) ? Same
                : value is 0 or 1 && least is 0 or 1 ? Bits
                : float.IsInteger(value) && float.IsInteger(least) && value - least <= byte.MaxValue && Math.Abs(least) < 1 << 20 ? Small
                : Any;
            form = Math.Max(form, needed);
        }

        return form;
    }

    // NaN where there is any, so that a series with gaps takes four bytes each.
    private static float Least(ReadOnlySpan<float> series)
    {
        float least = series[0];
        foreach (float value in series)
        {
            least = MathF.Min(least, value);
        }

        return least;
    }
}
