namespace TrialSim.Benchmarks;

/// <summary>One run of <see cref="Scaling"/>.</summary>
/// <param name="Threads">Workers.</param>
/// <param name="Patients">Of each replicate.</param>
/// <param name="Replicates">Of each cell.</param>
/// <param name="Looks">At equal numbers of deaths.</param>
/// <param name="Cells">Scenarios, each read and run on its own.</param>
public sealed record ScalingCase(int Threads, int Patients, int Replicates, int Looks, int Cells)
{
    /// <summary>As it stands in a table.</summary>
    public override string ToString() => FormattableString.Invariant($"{Threads} × {Patients:N0} × {Replicates:N0} × {Looks} × {Cells}");
}
