using System.Buffers.Binary;
using System.Runtime.InteropServices;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Sites;
using TrialSim.Engine.Testing;
using TrialSim.Model.Time;
using TrialSim.Statistics;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>Writes what a batch holds; <see cref="BatchDecoder"/> reads it, member by member in the same order.</summary>
internal ref struct BatchEncoder(Span<byte> target) : IBatchVisitor
{
    private readonly Span<byte> _target = target;

    /// <summary>Bytes written so far.</summary>
    public int Written { get; private set; }

    /// <inheritdoc/>
    public void Days(Span<TrialDay> days)
    {
        foreach (TrialDay day in days)
        {
            Number(day.Value);
        }
    }

    /// <inheritdoc/>
    public void Outcomes(Span<TrialOutcome> outcomes)
    {
        foreach (TrialOutcome outcome in outcomes)
        {
            Number(outcome.EndDay.Value);
            Whole(outcome.StopLook);
            _target[Written++] = (byte)outcome.StopReason;
            Whole(outcome.Patients);
            Whole(outcome.Screened);
        }
    }

    /// <inheritdoc/>
    public void Whole(Span<int> numbers)
    {
        foreach (int number in numbers)
        {
            Whole(number);
        }
    }

    /// <inheritdoc/>
    public void Resources(Span<ResourceUse> uses)
    {
        foreach (ResourceUse use in uses)
        {
            Number(use.OfferedDays);
            Number(use.TakenDays);
            Whole(use.Sessions);
            Whole(use.Waited);
            Number(use.WaitedDays);
            Whole(use.LongestQueue);
            Whole(use.Late);
            Whole(use.Elsewhere);
            Whole(use.Skipped);
            Whole(use.Left);
        }
    }

    /// <inheritdoc/>
    public void Rows(Span<ResultRow> rows)
    {
        foreach (ref readonly ResultRow row in rows)
        {
            RowFields fields = FieldsOf(row);
            BinaryPrimitives.WriteUInt16LittleEndian(_target[Written..], (ushort)fields);
            Written += sizeof(ushort);
            if ((fields & RowFields.Patients) != 0)
            {
                Whole(row.Patients);
            }

            if ((fields & RowFields.Events) != 0)
            {
                Whole(row.Events);
            }

            NumberIf(fields, RowFields.Estimate, row.Estimate);
            NumberIf(fields, RowFields.StandardError, row.StandardError);
            NumberIf(fields, RowFields.Lower, row.Lower);
            NumberIf(fields, RowFields.Upper, row.Upper);
            NumberIf(fields, RowFields.Z, row.Z);
            NumberIf(fields, RowFields.PValue, row.PValue);
            if ((fields & RowFields.Verdict) != 0)
            {
                _target[Written++] = (byte)row.Verdict;
            }

            if ((fields & RowFields.Reason) != 0)
            {
                _target[Written++] = (byte)row.Reason;
            }
        }
    }

    /// <inheritdoc/>
    public void Curves(Span<float[]> curves)
    {
        foreach (float[] kept in curves)
        {
            Whole(kept.Length);
            ReadOnlySpan<ulong> points = MemoryMarshal.Cast<float, ulong>(kept); // Survival and number at risk.
            for (int place = 0; place < points.Length;)
            {
                ulong point = points[place];
                int end = points[place..].IndexOfAnyExcept(point) is int other and >= 0 ? place + other : points.Length;
                BinaryPrimitives.WriteUInt64LittleEndian(_target[Written..], point);
                Written += sizeof(ulong);
                Whole(end - place);
                place = end;
            }
        }
    }

    /// <inheritdoc/>
    public void Stages(Span<TestStage> stages)
    {
        foreach (ref readonly TestStage stage in stages)
        {
            Number(stage.InformationFraction);
            Number(stage.Z);
            Number(stage.EfficacyBound);
            Number(stage.FutilityBound);
        }
    }

    private static RowFields FieldsOf(in ResultRow row) =>
        Given(row.Patients != 0, RowFields.Patients)
        | Given(row.Events != 0, RowFields.Events)
        | Given(row.Estimate, RowFields.Estimate)
        | Given(row.StandardError, RowFields.StandardError)
        | Given(row.Lower, RowFields.Lower)
        | Given(row.Upper, RowFields.Upper)
        | Given(row.Z, RowFields.Z)
        | Given(row.PValue, RowFields.PValue)
        | Given(row.Verdict != Verdict.None, RowFields.Verdict)
        | Given(row.Reason != NotEstimable.None, RowFields.Reason);

    // A zero with a minus is not nothing.
    private static RowFields Given(double number, RowFields field) => Given(BitConverter.DoubleToInt64Bits(number) != 0, field);

    private static RowFields Given(bool isGiven, RowFields field) => isGiven ? field : RowFields.None;

    private void NumberIf(RowFields fields, RowFields field, double number)
    {
        if ((fields & field) != 0)
        {
            Number(number);
        }
    }

    private void Number(double number)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_target[Written..], number);
        Written += sizeof(double);
    }

    // Seven bits a byte, small numbers of either sign first: −1 and small indices take one byte.
    private void Whole(int number)
    {
        uint rest = (uint)((number << 1) ^ (number >> 31));
        while (rest >= 0x80)
        {
            _target[Written++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        _target[Written++] = (byte)rest;
    }
}
