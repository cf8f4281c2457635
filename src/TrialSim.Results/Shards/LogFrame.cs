using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using TrialSim.Engine.MonteCarlo;

namespace TrialSim.Results.Shards;

/// <summary>
/// One piece of finished work in a log, such as a batch of replicates: a head of five numbers of 4 bytes, little-endian, and the piece. The head has a checksum of its own, so that a frame that ends too early, as a killed process leaves it, can be
/// told from one whose length is wrong.
/// </summary>
/// <param name="Length">Bytes of the piece.</param>
/// <param name="First">Number of its first replicate, or its own.</param>
/// <param name="Count">Its replicates; 1 of other pieces.</param>
/// <param name="Checksum">CRC-32C of its bytes.</param>
internal readonly record struct LogFrame(int Length, uint First, int Count, uint Checksum)
{
    /// <summary>Bytes of the head.</summary>
    public const int HeadBytes = 5 * sizeof(uint);

    /// <summary>Writes a whole batch into its own room, which threads may do for several batches at the same time.</summary>
    public static void Prepare(ReplicateBatch batch)
    {
        Span<byte> room = batch.Logged.GetSpan(HeadBytes + BatchBytes.MostBytesOf(batch));
        int length = BatchBytes.Write(batch, room[HeadBytes..]);
        new LogFrame(length, batch.First, batch.Count, ChecksumOf(room.Slice(HeadBytes, length))).WriteHead(room);
        batch.Logged.Advance(HeadBytes + length);
    }

    /// <summary>The whole frame of a piece with a number of its own.</summary>
    public static byte[] Of(uint number, ReadOnlySpan<byte> piece)
    {
        byte[] whole = new byte[HeadBytes + piece.Length];
        new LogFrame(piece.Length, number, 1, ChecksumOf(piece)).WriteHead(whole);
        piece.CopyTo(whole.AsSpan(HeadBytes));
        return whole;
    }

    /// <summary>Reads a head; false where it is none.</summary>
    public static bool TryReadHead(ReadOnlySpan<byte> head, out LogFrame frame)
    {
        frame = new LogFrame(
            BinaryPrimitives.ReadInt32LittleEndian(head),
            BinaryPrimitives.ReadUInt32LittleEndian(head[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(head[8..]),
            BinaryPrimitives.ReadUInt32LittleEndian(head[12..]));
        return ChecksumOf(head[..16]) == BinaryPrimitives.ReadUInt32LittleEndian(head[16..]) && frame.Length > 0 && frame.Count is > 0 and <= ReplicateBatch.Most;
    }

    /// <summary>CRC-32C (Castagnoli), which processors compute; as in iSCSI, RFC 3720, appendix B.4.</summary>
    public static uint ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            sum = BitOperations.Crc32C(sum, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (byte rest in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, rest);
        }

        return ~sum;
    }

    private void WriteHead(Span<byte> head)
    {
        BinaryPrimitives.WriteInt32LittleEndian(head, Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], First);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], Count);
        BinaryPrimitives.WriteUInt32LittleEndian(head[12..], Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(head[16..], ChecksumOf(head[..16]));
    }
}
