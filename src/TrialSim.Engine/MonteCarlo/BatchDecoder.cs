using System.Buffers.Binary;
using System.Runtime.InteropServices;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Sites;
using TrialSim.Engine.Testing;
using TrialSim.Model.Decisions;
using TrialSim.Model.Time;
using TrialSim.Statistics;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>Fills a batch with what <see cref="BatchEncoder"/> has written. Where the bytes end too early it goes on with zeros, and says so at the end.</summary>
internal ref struct BatchDecoder(ReadOnlySpan<byte> source) : IBatchVisitor
{
    private readonly ReadOnlySpan<byte> _source = source;
    private int _read;

    /// <summary>Whether exactly the bytes that there are were read.</summary>
    public readonly bool EndsWithItsSource => _read == _source.Length;

    /// <inheritdoc/>
    public void Days(Span<TrialDay> days)
    {
        foreach (ref TrialDay day in days)
        {
            day = new TrialDay(Number());
        }
    }

    /// <inheritdoc/>
    public void Outcomes(Span<TrialOutcome> outcomes)
    {
        foreach (ref TrialOutcome outcome in outcomes)
        {
            outcome = new TrialOutcome(new TrialDay(Number()), Whole(), (StopReason)Byte(), Whole(), Whole());
        }
    }

    /// <inheritdoc/>
    public void Whole(Span<int> numbers)
    {
        foreach (ref int number in numbers)
        {
            number = Whole();
        }
    }

    /// <inheritdoc/>
    public void Resources(Span<ResourceUse> uses)
    {
        foreach (ref ResourceUse use in uses)
        {
            use = new ResourceUse(Number(), Number(), Whole(), Whole(), Number(), Whole(), Whole(), Whole(), Whole(), Whole());
        }
    }

    /// <inheritdoc/>
    public void Rows(Span<ResultRow> rows)
    {
        foreach (ref ResultRow row in rows)
        {
            RowFields fields = (RowFields)(Byte() | (Byte() << 8));
            row = new ResultRow(
                (fields & RowFields.Patients) != 0 ? Whole() : 0,
                (fields & RowFields.Events) != 0 ? Whole() : 0,
                NumberIf(fields, RowFields.Estimate),
                NumberIf(fields, RowFields.StandardError),
                NumberIf(fields, RowFields.Lower),
                NumberIf(fields, RowFields.Upper),
                NumberIf(fields, RowFields.Z),
                NumberIf(fields, RowFields.PValue),
                (fields & RowFields.Verdict) != 0 ? (Verdict)Byte() : Verdict.None,
                (fields & RowFields.Reason) != 0 ? (NotEstimable)Byte() : NotEstimable.None);
        }
    }

    /// <inheritdoc/>
    public void Curves(Span<float[]> curves)
    {
        foreach (ref float[] kept in curves)
        {
            int length = Whole();
            if (length <= 0)
            {
                kept = [];
                continue;
            }

            kept = new float[length];
            Span<ulong> points = MemoryMarshal.Cast<float, ulong>(kept.AsSpan());
            while (!points.IsEmpty && _read < _source.Length)
            {
                ulong point = (ulong)BitConverter.DoubleToInt64Bits(Number());
                int times = Math.Clamp(Whole(), 0, points.Length);
                points[..times].Fill(point);
                points = points[times..];
            }
        }
    }

    /// <inheritdoc/>
    public void Stages(Span<TestStage> stages)
    {
        foreach (ref TestStage stage in stages)
        {
            stage = new TestStage(Number(), Number(), Number(), Number());
        }
    }

    private double NumberIf(RowFields fields, RowFields field) => (fields & field) != 0 ? Number() : 0;

    private double Number()
    {
        ReadOnlySpan<byte> bytes = Take(sizeof(double));
        return bytes.IsEmpty ? 0 : BinaryPrimitives.ReadDoubleLittleEndian(bytes);
    }

    private int Whole()
    {
        uint number = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte part = Byte();
            number |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                break;
            }
        }

        return (int)(number >> 1) ^ -(int)(number & 1);
    }

    private byte Byte() => Take(1) is [byte only] ? only : (byte)0;

    // Beyond the end the place still moves on, so that it does not end with the source.
    private ReadOnlySpan<byte> Take(int count)
    {
        int place = _read;
        _read += count;
        return _read <= _source.Length ? _source.Slice(place, count) : [];
    }
}
