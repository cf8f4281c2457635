namespace TrialSim.Engine.MonteCarlo;

/// <summary>
/// A batch as bytes and back, bit for bit: what is kept of finished replicates. Whole numbers take as many bytes as they need, of rows only the fields that are not 0 are written, and
/// of curves repeated points once. Which numbers there are follows from the trial and is not written: bytes of one trial mean nothing to another.
/// </summary>
public static class BatchBytes
{
    /// <summary>The bytes that a batch takes at most.</summary>
    public static int MostBytesOf(ReplicateBatch batch)
    {
        BatchSize size = default;
        batch.Walk(ref size);
        return size.Bytes;
    }

    /// <summary>Writes what a batch holds, without its first number and its length.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="target">Room for <see cref="MostBytesOf"/> bytes.</param>
    /// <returns>The bytes written.</returns>
    public static int Write(ReplicateBatch batch, Span<byte> target)
    {
        BatchEncoder encoder = new(target);
        batch.Walk(ref encoder);
        return encoder.Written;
    }

    /// <summary>Fills a batch with what was written before.</summary>
    /// <param name="first">Number of its first replicate.</param>
    /// <param name="count">Replicates, at most <see cref="ReplicateBatch.Most"/>.</param>
    /// <param name="source">What <see cref="Write"/> has written for the same trial.</param>
    /// <param name="batch">The batch; what it held is gone.</param>
    /// <returns>Whether the bytes are as many as such a batch of the trial takes.</returns>
    public static bool TryRead(uint first, int count, ReadOnlySpan<byte> source, ReplicateBatch batch)
    {
        batch.Restart(first, count);
        BatchDecoder decoder = new(source);
        batch.Walk(ref decoder);
        return decoder.EndsWithItsSource;
    }
}
