using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Sites;
using TrialSim.Engine.Testing;
using TrialSim.Model.Time;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>Counts the bytes that a batch takes at most as <see cref="BatchEncoder"/> writes it.</summary>
internal struct BatchSize : IBatchVisitor
{
    private const int Number = sizeof(double);
    private const int WholeNumber = 5;
    private const int Point = sizeof(ulong) + WholeNumber;

    /// <summary>Bytes counted so far.</summary>
    public int Bytes { get; private set; }

    /// <inheritdoc/>
    public void Days(Span<TrialDay> days) => Bytes += days.Length * Number;

    /// <inheritdoc/>
    public void Outcomes(Span<TrialOutcome> outcomes) => Bytes += outcomes.Length * (Number + (3 * WholeNumber) + 1);

    /// <inheritdoc/>
    public void Whole(Span<int> numbers) => Bytes += numbers.Length * WholeNumber;

    /// <inheritdoc/>
    public void Resources(Span<ResourceUse> uses) => Bytes += uses.Length * ((3 * Number) + (7 * WholeNumber));

    /// <inheritdoc/>
    public void Rows(Span<ResultRow> rows) => Bytes += rows.Length * (sizeof(ushort) + (2 * WholeNumber) + (6 * Number) + 2);

    /// <inheritdoc/>
    public void Curves(Span<float[]> curves)
    {
        foreach (float[] kept in curves)
        {
            Bytes += WholeNumber + (kept.Length / 2 * Point);
        }
    }

    /// <inheritdoc/>
    public void Stages(Span<TestStage> stages) => Bytes += stages.Length * 4 * Number;
}
