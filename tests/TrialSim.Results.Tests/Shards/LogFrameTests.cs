using TrialSim.Results.Shards;

namespace TrialSim.Results.Tests.Shards;

public sealed class LogFrameTests
{
    [Fact, Trait("Source", "Published")] // RFC 3720, appendix B.4, as numbers instead of bytes.
    public void ChecksumOf_KnownBytes_IsThePublishedOne()
    {
        Assert.Equal(0x8A9136AAu, LogFrame.ChecksumOf(new byte[32]));
        Assert.Equal(0x62A8AB43u, LogFrame.ChecksumOf(Enumerable.Repeat((byte)0xFF, 32).ToArray()));
        Assert.Equal(0x46DD794Eu, LogFrame.ChecksumOf(Enumerable.Range(0, 32).Select(value => (byte)value).ToArray()));
        Assert.Equal(0xE3069283u, LogFrame.ChecksumOf("123456789"u8)); // The usual check of a CRC; a length that is no multiple of 8.
    }
}
