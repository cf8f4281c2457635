using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Sites;
using TrialSim.Engine.Testing;
using TrialSim.Model.Time;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>Reads or fills in what a batch holds, one kind of number after the other.</summary>
internal interface IBatchVisitor
{
    /// <summary>Days of looks.</summary>
    public void Days(Span<TrialDay> days);

    /// <summary>How replicates ended.</summary>
    public void Outcomes(Span<TrialOutcome> outcomes);

    /// <summary>Indices and sizes.</summary>
    public void Whole(Span<int> numbers);

    /// <summary>How resources were used.</summary>
    public void Resources(Span<ResourceUse> uses);

    /// <summary>Rows of results.</summary>
    public void Rows(Span<ResultRow> rows);

    /// <summary>The curves of each replicate; empty for one that keeps none.</summary>
    public void Curves(Span<float[]> curves);

    /// <summary>Stages of sequential tests.</summary>
    public void Stages(Span<TestStage> stages);
}
