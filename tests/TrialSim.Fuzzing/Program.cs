using System.Globalization;
using TrialSim.Fuzzing.Campaigns;

// trialsim-fuzzing <repository> <finds> <seed> <first> <inputs>, or worker <repository> <seed> <place>: see tests/fuzz.
return args switch
{
    ["worker", string repository, string seed, string place] => Worker.Work(repository, ulong.Parse(seed, CultureInfo.InvariantCulture), place),
    [string repository, string finds, string seed, string first, string inputs] => await Campaign.RunAsync(new CampaignOptions(
        Path.GetFullPath(repository),
        long.Parse(first, CultureInfo.InvariantCulture),
        long.Parse(inputs, CultureInfo.InvariantCulture),
        ulong.Parse(seed, CultureInfo.InvariantCulture),
        Path.GetFullPath(finds))),
    _ => throw new ArgumentException("Start tests/fuzz instead."),
};
