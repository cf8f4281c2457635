using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary><c>trialsim cluster submit</c> and <c>status</c>, with a stand-in for Slurm; <c>tests/cluster/compare</c> uses a real one.</summary>
public sealed class ClusterTests
{
    [Fact, Trait("Source", "Property")]
    public async Task Submit_ItsJobsRun_GiveTheBytesOfOneRun()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        string file = folder.Write("two-looks.yaml", TwoLookScenario.Yaml);
        string[] options = ["--with-null", "--seed", "9", "--replicates", "150", "--set", "truth.events.death.hazard={median: 11mo}"];
        await CommandLine.RunAsync(["run", file, .. options, "--out", folder.PathOf("whole")]);
        string results = folder.PathOf("everybody's results");

        CommandLine submit = await slurm.RunAsync(["cluster", "submit", file, .. options, "--shards", "3", "--out", results]);
        File.Delete(file); // The jobs have their own.
        CommandLine before = await CommandLine.RunAsync("cluster", "status", results);
        CommandLine[] jobs = await Task.WhenAll(new[] { 3, 1, 2 }.Select(task => StandInSlurm.RunJobAsync(Path.Combine(results, "cluster/shards.sh"), task)));
        CommandLine between = await CommandLine.RunAsync("cluster", "status", results);
        CommandLine merge = await StandInSlurm.RunJobAsync(Path.Combine(results, "cluster/merge.sh"), 0);
        CommandLine after = await CommandLine.RunAsync("cluster", "status", results);

        Assert.Equal((0, ""), (submit.ExitCode, submit.Error));
        Assert.Equal(
            $"Job 101: 3 shards of 150 replicates of two-looks. Job 102: the merger, once all of them have ended well.\nProgress: trialsim cluster status {Quoted(results)}\n",
            submit.Out);
        Assert.Equal([$"--parsable {results}/cluster/shards.sh", $"--parsable --dependency=afterok:101 --kill-on-invalid-dep=yes {results}/cluster/merge.sh"], slurm.Asked);
        Assert.All([.. jobs, merge], job => Assert.Equal(0, job.ExitCode));
        Folders.AreTheSame(folder.PathOf("whole"), results, "shards", "cluster");
        Assert.StartsWith("two-looks, seed 9: 0 of 300 replicates, those under the null hypothesis counted, are finished (0.0 %).\nOf 3 shards: 3 not begun.\n", before.Out, StringComparison.Ordinal);
        Assert.Equal(
            $"two-looks, seed 9: 300 of 300 replicates, those under the null hypothesis counted, are finished (100.0 %).\nOf 3 shards: 3 complete.\n\nThey are not merged yet. Where no job is to do it: trialsim merge {Quoted(results)}\n",
            between.Out);
        Assert.EndsWith($"\nThey are merged: {results}/report.html\n", after.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Submit_SweepAndItsJobsRun_GiveTheBytesOfOneSweep()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        string[] options = ["--with-null", "--replicates", "60", "--vary", "design.patients=20,30,40", "--vary", "truth.effects.0.hazard_ratio=0.5:0.9:3"];
        await CommandLine.RunAsync(["sweep", file, .. options, "--out", folder.PathOf("whole")]);
        string results = folder.PathOf("results");

        CommandLine submit = await slurm.RunAsync(["cluster", "submit", file, "--sweep", .. options, "--shards", "2", "--out", results]);
        File.Delete(file);
        CommandLine before = await CommandLine.RunAsync("cluster", "status", results);
        CommandLine second = await StandInSlurm.RunJobAsync(Path.Combine(results, "cluster/shards.sh"), 2);
        CommandLine between = await CommandLine.RunAsync("cluster", "status", results);
        CommandLine first = await StandInSlurm.RunJobAsync(Path.Combine(results, "cluster/shards.sh"), 1);
        CommandLine merge = await StandInSlurm.RunJobAsync(Path.Combine(results, "cluster/merge.sh"), 0);
        CommandLine after = await CommandLine.RunAsync("cluster", "status", results);

        Assert.Equal((0, ""), (submit.ExitCode, submit.Error));
        Assert.StartsWith("Job 101: 2 shards of 9 cells of small. Job 102: the merger, once all of them have ended well.\n", submit.Out, StringComparison.Ordinal);
        Assert.All([first, second, merge], job => Assert.Equal(0, job.ExitCode));
        Folders.AreTheSame(folder.PathOf("whole"), results, "shards", "cluster");
        Assert.StartsWith("small, seed 7: 0 of 9 cells are finished (0.0 %).\nOf 2 shards: 2 not begun.\n", before.Out, StringComparison.Ordinal);
        Assert.StartsWith("small, seed 7: 5 of 9 cells are finished (55.5 %).\nOf 2 shards: 1 complete, 1 not begun.\n", between.Out, StringComparison.Ordinal);
        Assert.Equal($"small, seed 7: 9 of 9 cells are finished (100.0 %).\nOf 2 shards: 2 complete.\n\nThey are merged: {results}/sweep.csv\n", after.Out);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Submit_SweepThatCannotBe_SaysWhy()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        await Shard(folder, "1/2");

        CommandLine run = await Submit(slurm, folder, "2", "--sweep", "--vary", "design.patients=20,30");
        CommandLine many = await Submit(slurm, folder, "3", "--sweep", "--vary", "design.patients=20,30");
        CommandLine nothing = await Submit(slurm, folder, "2", "--sweep");
        CommandLine without = await Submit(slurm, folder, "2", "--vary", "design.patients=20,30");
        CommandLine stopping = await Submit(slurm, folder, "2", "--sweep", "--vary", "design.patients=20,30", "--ignore-stopping");
        CommandLine cell = await Submit(slurm, folder, "2", "--sweep", "--vary", "design.patients=20,-30");

        Assert.Equal($"{folder.PathOf("out")}/shards/1-of-2.log is of a run, not of a sweep. Ask for what it is of, remove the file, or name another folder with --out.\n", run.Error);
        Assert.Equal("--shards: 3 shards are more than the 2 cells. Write fewer shards, or more cells.\n", many.Error);
        Assert.Contains(": nothing is varied. Write 'sweep:' at the top level", nothing.Error, StringComparison.Ordinal);
        Assert.Equal("--vary is about a sweep. Add --sweep, or leave it out.\n", without.Error);
        Assert.Equal("--ignore-stopping: a sweep follows decisions to stop. Leave one of the two options out.\n", stopping.Error);
        Assert.Contains("In cell 2 of the sweep (design.patients=-30)", cell.Error, StringComparison.Ordinal);
        Assert.All([run, many, nothing, without, stopping, cell], refused => Assert.Equal((2, ""), (refused.ExitCode, refused.Out)));
        Assert.Empty(slurm.Asked);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Submit_DryRun_ShowsTheScriptsAndDoesNothing()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        string results = folder.PathOf("out");

        CommandLine dry = await CommandLine.RunAsync(
            "cluster", "submit", file, "--shards", "8", "--out", results, "--partition", "long", "--time", "02:00:00", "--memory", "4G", "--cpus", "4", "--sbatch", "account=trials 1", "--sbatch", "exclusive", "--dry-run");

        Assert.Equal((0, "Nothing was written and nothing was submitted.\n"), (dry.ExitCode, dry.Error));
        string program = string.Join(' ', dry.Out.Split('\n').Single(line => line.EndsWith($" merge {results}", StringComparison.Ordinal)).Split(' ')[1..^2]);
        Assert.EndsWith("trialsim.dll", program, StringComparison.Ordinal);
        Assert.Equal(
            $"""
            # {results}/cluster/shards.sh, submitted by: sbatch --parsable {results}/cluster/shards.sh
            #!/bin/bash
            #SBATCH --job-name=trialsim-small
            #SBATCH --array=1-8
            #SBATCH --output={results}/cluster/shard-%a.txt
            #SBATCH --requeue
            #SBATCH --open-mode=append
            #SBATCH --ntasks=1
            #SBATCH --cpus-per-task=4
            #SBATCH --partition=long
            #SBATCH --time=02:00:00
            #SBATCH --mem=4G
            #SBATCH --account="trials 1"
            #SBATCH --exclusive
            exec {program} run {results}/cluster/scenario.yaml --out {results} --threads "$SLURM_CPUS_PER_TASK" --shard "$SLURM_ARRAY_TASK_ID/8"

            # {results}/cluster/merge.sh, submitted by: sbatch --parsable '--dependency=afterok:<job>' --kill-on-invalid-dep=yes {results}/cluster/merge.sh
            #!/bin/bash
            #SBATCH --job-name=trialsim-small-merge
            #SBATCH --output={results}/cluster/merge.txt
            #SBATCH --requeue
            #SBATCH --open-mode=append
            #SBATCH --ntasks=1
            #SBATCH --cpus-per-task=1
            #SBATCH --partition=long
            #SBATCH --time=02:00:00
            #SBATCH --mem=4G
            #SBATCH --account="trials 1"
            #SBATCH --exclusive
            exec {program} merge {results}

            """.ReplaceLineEndings("\n"),
            dry.Out);
        Assert.Equal(["small.yaml"], folder.Listing());
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Status_ShardsOfAnyScheduler_SaysHowFarTheyAreAndWhatToDo()
    {
        using TemporaryFolder folder = new();
        await Shard(folder, "2/5");
        await Shard(folder, "4/5");
        await Shard(folder, "5/5");
        string cut = folder.PathOf("out/shards/4-of-5.log");
        File.WriteAllBytes(cut, File.ReadAllBytes(cut)[..^10]);
        string halted = folder.PathOf("out/shards/5-of-5.log");
        File.WriteAllBytes(halted, File.ReadAllBytes(halted)[..^10]);
        using FileStream held = Hold(halted);

        CommandLine status = await CommandLine.RunAsync("cluster", "status", folder.PathOf("out"));

        Assert.Equal((0, ""), (status.ExitCode, status.Error));
        Assert.Matches(
            @"^small, seed 7: (?<all>\d+) of 200 replicates are finished \(\d\d\.\d %\)\.
Of 5 shards: 1 complete, 1 being written, 1 begun and not being written, 2 not begun\.

  Shard  State              Replicates  Of  Last written
  ─+
  4/5    not being written  +\d+ +40  \d+ s ago
  5/5    being written      +\d+ +40  \d+ s ago
  1/5    not begun           0          40
  3/5    not begun           0          40

Run these with --shard: 1,3-4\. Each goes on where it stopped\. Then: trialsim merge ".ReplaceLineEndings("\n"),
            status.Out);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Submit_Again_SubmitsWhatIsMissingAndStatusSaysHow()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        await Shard(folder, "2/5");
        await Shard(folder, "3/5");

        CommandLine submit = await Submit(slurm, folder, "5");
        CommandLine status = await CommandLine.RunAsync("cluster", "status", folder.PathOf("out"));
        await Shard(folder, "1/5");
        await Shard(folder, "4/5");
        await Shard(folder, "5/5");
        CommandLine none = await Submit(slurm, folder, "5");

        Assert.StartsWith("Job 101: the 3 of 5 shards that are not complete, of 200 replicates of small.", submit.Out, StringComparison.Ordinal);
        Assert.Contains("#SBATCH --array=1,4-5\n", File.ReadAllText(folder.PathOf("out/cluster/shards.sh")), StringComparison.Ordinal);
        Assert.EndsWith(
            $"""
            What is not begun may still wait its turn: squeue --jobs=101,102
            Where no job is left for it, submit it again, and the merger behind it; what is finished is not run again:
              job=$(sbatch --parsable --array=1,4-5 {folder.PathOf("out")}/cluster/shards.sh)
              sbatch --dependency=afterok:$job --kill-on-invalid-dep=yes {folder.PathOf("out")}/cluster/merge.sh

            """.ReplaceLineEndings("\n"),
            status.Out,
            StringComparison.Ordinal);
        Assert.Equal($"All 5 shards are complete; there is nothing to submit. Make results of them: trialsim merge {folder.PathOf("out")}\n", none.Out);
        Assert.Equal(2, slurm.Asked.Length);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Submit_WhereShardsOfAnotherRunAre_IsRefused()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        await Shard(folder, "1/2");

        CommandLine seed = await Submit(slurm, folder, "2", "--seed", "8");
        CommandLine number = await Submit(slurm, folder, "4");
        CommandLine many = await Submit(slurm, folder, "201");

        Assert.Equal(
            $"{folder.PathOf("out")}/shards/1-of-2.log is of another run.\n  run.seed: 7 there, 8 here\nAsk for what it is of, remove the file, or name another folder with --out.\n", seed.Error);
        Assert.Equal("1-of-2.log is one of 2 shards, not of 4, and their replicates would be there twice. Ask for what it is of, remove the file, or name another folder with --out.\n", number.Error);
        Assert.Equal("--shards: 201 shards are more than the 200 replicates. Write fewer shards, or more replicates.\n", many.Error);
        Assert.All([seed, number, many], refused => Assert.Equal((2, ""), (refused.ExitCode, refused.Out)));
        Assert.Empty(slurm.Asked);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Submit_SlurmRefusesOrIsNotThere_SaysSo()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        using Program without = Program.StartWith([("PATH", folder.Path)], "cluster", "submit", file, "--shards", "2", "--out", folder.PathOf("nowhere"));
        CommandLine none = await without.ResultAsync();
        await Submit(slurm, folder, "2");
        slurm.Refuse();
        CommandLine refused = await Submit(slurm, folder, "2", "--partition", "moon");

        Assert.Equal((2, ""), (none.ExitCode, none.Out));
        Assert.StartsWith("There is no sbatch here. Submit where the commands of Slurm are, such as on the cluster's login node.", none.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("nowhere")));
        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Equal($"sbatch has not taken {folder.PathOf("out")}/cluster/shards.sh; it says: sbatch: error: invalid partition specified: moon\n", refused.Error);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--partition: 'a b' cannot be used; write one word, as the --partition of sbatch takes it.", "--partition", "a b")]
    [InlineData("--sbatch: '--account' is no option of sbatch. Write its long name without dashes, and its value, such as --sbatch account=trials.", "--sbatch", "--account=x")]
    [InlineData("--memory: 'banana' cannot be used; write a whole number and K, M, G or T, such as 4G.", "--memory", "banana")]
    [InlineData("--memory: '-4G' cannot be used; write a whole number and K, M, G or T, such as 4G.", "--memory=-4G")]
    [InlineData("--time: 'soon' cannot be used; write minutes, or hours:minutes:seconds, or days-hours, such as 02:00:00.", "--time", "soon")]
    [InlineData("--memory: '٤G' cannot be used; write a whole number and K, M, G or T, such as 4G.", "--memory", "٤G")]
    [InlineData("--time: '٩٠' cannot be used; write minutes, or hours:minutes:seconds, or days-hours, such as 02:00:00.", "--time", "٩٠")]
    [InlineData("--cpus: '0' cannot be used; write a whole number from 1 to 1024.", "--cpus", "0")]
    public async Task Submit_OptionThatCannotBeUsed_SaysWhatToWrite(string message, params string[] options)
    {
        using TemporaryFolder folder = new();
        CommandLine submit = await CommandLine.RunAsync(["cluster", "submit", folder.Write("small.yaml", SmallScenario.Yaml), "--shards", "2", "--dry-run", .. options]);

        Assert.Equal((2, "", $"{message}\nSee 'trialsim cluster submit --help'.\n"), (submit.ExitCode, submit.Out, submit.Error));
    }

    [Theory, Trait("Source", "Theory")] // man sbatch.
    [InlineData("--time=90"), InlineData("--time=90:30"), InlineData("--time=1:30:00"), InlineData("--time=2-12"), InlineData("--time=2-12:30"), InlineData("--time=2-12:30:00"), InlineData("--time=UNLIMITED")]
    [InlineData("--memory=0"), InlineData("--memory=4096"), InlineData("--memory=512M"), InlineData("--memory=4g"), InlineData("--memory=1T"), InlineData("--memory=4GB")]
    public async Task Submit_FiguresThatSlurmReads_AreAsked(string option)
    {
        using TemporaryFolder folder = new();
        CommandLine submit = await CommandLine.RunAsync("cluster", "submit", folder.Write("small.yaml", SmallScenario.Yaml), "--shards", "2", "--dry-run", option);

        Assert.Equal(0, submit.ExitCode);
        Assert.Contains(option.Replace("--memory", "#SBATCH --mem", StringComparison.Ordinal).Replace("--time", "#SBATCH --time", StringComparison.Ordinal) + "\n", submit.Out, StringComparison.Ordinal);
    }

    // The heads of its frames were all there; the merger found that a byte had changed.
    [Fact, Trait("Source", "Regression")]
    public async Task Status_DamagedShard_IsCalledDamagedAndNotSubmittedOver()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        await Shard(folder, "1/2");
        await Shard(folder, "2/2");
        string log = folder.PathOf("out/shards/1-of-2.log");
        byte[] bytes = File.ReadAllBytes(log);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(log, bytes);

        CommandLine status = await CommandLine.RunAsync("cluster", "status", folder.PathOf("out"));
        CommandLine submit = await Submit(slurm, folder, "2");

        Assert.Equal((0, ""), (status.ExitCode, status.Error));
        Assert.StartsWith("small, seed 7: 100 of 200 replicates are finished (50.0 %).\nOf 2 shards: 1 complete, 1 damaged.\n", status.Out, StringComparison.Ordinal);
        Assert.Contains($"\n'{log}' is damaged at byte ", status.Out, StringComparison.Ordinal);
        Assert.Contains(" Remove the file; what it holds must be simulated again.\nRun these with --shard: 1. Each goes on where it stopped.", status.Out, StringComparison.Ordinal);
        Assert.Equal((2, ""), (submit.ExitCode, submit.Out));
        Assert.StartsWith($"'{log}' is damaged at byte ", submit.Error, StringComparison.Ordinal);
        Assert.Empty(slurm.Asked);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Status_DamagedShardInAFolderWithControls_DoesNothingToTheTerminal()
    {
        using TemporaryFolder folder = new();
        string results = folder.PathOf("a\u001b[31mb");
        await CommandLine.RunAsync("run", folder.Write("small.yaml", SmallScenario.Yaml), "--shard", "1/2", "--out", results);
        string log = Path.Combine(results, "shards/1-of-2.log");
        byte[] bytes = File.ReadAllBytes(log);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(log, bytes);

        CommandLine status = await CommandLine.RunAsync("cluster", "status", results);

        string fault = Assert.Single(status.Out.Split('\n'), line => line.Contains("is damaged at byte", StringComparison.Ordinal));
        Assert.DoesNotContain(fault, char.IsControl);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Status_NothingThere_SaysHowToBegin()
    {
        using TemporaryFolder folder = new();
        CommandLine status = await CommandLine.RunAsync("cluster", "status", folder.Path);

        Assert.Equal((2, ""), (status.ExitCode, status.Out));
        Assert.StartsWith($"There are no shards in '{folder.Path}', and nothing of it was submitted.", status.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Status_ShardsOfOtherRunsOrNumbers_SaysWhichFilesToRemoveAndNamesNoOptionThatItLacks()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        await Shard(folder, "1/2");
        await OfElsewhere("number", "run", "--shard", "3/4");
        CommandLine number = await CommandLine.RunAsync("cluster", "status", folder.PathOf("out"));
        File.Delete(folder.PathOf("out/shards/3-of-4.log"));
        await OfElsewhere("sweep", "sweep", "--vary", "design.patients=20,30", "--shard", "2/2");
        CommandLine sweep = await CommandLine.RunAsync("cluster", "status", folder.PathOf("out"));
        File.Delete(folder.PathOf("out/shards/2-of-2-cells.log"));
        await OfElsewhere("seed", "run", "--shard", "2/2", "--seed", "8");
        CommandLine seed = await CommandLine.RunAsync("cluster", "status", folder.PathOf("out"));
        Directory.Delete(folder.PathOf("out/shards"), recursive: true);
        await Submit(slurm, folder, "2", "--seed", "9", "--with-null");
        await Shard(folder, "1/2", "--seed", "8", "--with-null");
        CommandLine submitted = await CommandLine.RunAsync("cluster", "status", folder.PathOf("out"));

        const string WhatToDo = "Remove the files of one of the two.\n";
        Assert.Equal($"3-of-4.log is one of 4 shards, not of 2, and their replicates would be there twice. {WhatToDo}", number.Error);
        Assert.Equal($"{folder.PathOf("out")}/shards/2-of-2-cells.log is of a sweep, not of a run. {WhatToDo}", sweep.Error);
        Assert.Equal($"{folder.PathOf("out")}/shards/2-of-2.log is of another run.\n  run.seed: 8 there, 7 here\n{WhatToDo}", seed.Error);
        Assert.Matches(
            $@"^The shards in '{folder.PathOf("out")}/shards' are not of what was submitted\.\n  run\.seed: 8 there, 9 submitted\n  resolved scenario \(SHA-256\): [0-9a-f]+ there, [0-9a-f]+ submitted\nRemove them, or, where no job of what was submitted is left, '{folder.PathOf("out")}/cluster'\.\n$",
            submitted.Error);
        Assert.All([number, sweep, seed, submitted], status => Assert.Equal((2, ""), (status.ExitCode, status.Out)));

        async Task OfElsewhere(string name, string command, params string[] options)
        {
            await CommandLine.RunAsync([command, folder.PathOf("small.yaml"), "--out", folder.PathOf(name), .. options]);
            Folders.AddShards(folder.PathOf(name), folder.PathOf("out"));
        }
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Status_ManifestThatCannotBeRead_IsNotTakenForStandardOutput()
    {
        using TemporaryFolder folder = new();
        await Shard(folder, "1/1");
        await CommandLine.RunAsync("merge", folder.PathOf("out"));
        using FileStream held = new(folder.PathOf("out/manifest.json"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        CommandLine status = await CommandLine.RunAsync("cluster", "status", folder.PathOf("out"));

        Assert.Equal((2, ""), (status.ExitCode, status.Out));
        Assert.StartsWith($"'{folder.PathOf("out")}/manifest.json' cannot be read: ", status.Error, StringComparison.Ordinal);
    }

    // The 100,000 cells take far longer to check than the program is given.
    [SignalTheory, Trait("Source", "Regression")]
    [InlineData("INT")]
    public async Task Submit_SweepStoppedWhileItsCellsAreChecked_SubmitsNothing(string signal)
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        string[] vary = ["--vary", "design.patients=20:338:160", "--vary", "truth.effects.0.hazard_ratio=0.5:0.9:600"];

        CommandLine submit = await slurm.RunAndStopAsync(signal, ["cluster", "submit", file, "--sweep", .. vary, "--shards", "2", "--out", folder.PathOf("out")]);

        Assert.Equal((130, ""), (submit.ExitCode, submit.Out));
        Assert.True(submit.Error is "Stopped.\n" or "", submit.Error); // Nothing where a busy machine had not begun the command yet.
        Assert.Empty(slurm.Asked);
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    // A scheduler starts a job again elsewhere while the first one still runs where it can no longer be reached.
    [Fact, Trait("Source", "ByHand")]
    public async Task Shard_AnotherProcessIsAtIt_WaitsForItsEndAndDoesWhatIsLeft()
    {
        using TemporaryFolder folder = new();
        await Shard(folder, "1/2");
        string log = folder.PathOf("out/shards/1-of-2.log");
        byte[] whole = File.ReadAllBytes(log);
        Task<CommandLine> waiting;
        using (FileStream held = Hold(log))
        {
            File.WriteAllBytes(log, whole[..^10]);
            waiting = Shard(folder, "1/2");
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            Assert.False(waiting.IsCompleted);
            Assert.Equal(whole[..^10], File.ReadAllBytes(log));
        }

        CommandLine run = await waiting;
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Another process is at shard 1/2. This one waits for its end, and then does what is left.\n", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("Shard 1/2: complete, replicates 1–100 are in ", run.Out, StringComparison.Ordinal);
        Assert.Equal(whole.Length, new FileInfo(log).Length);
    }

    // The files beside the final name lead to a device on which nothing has room.
    [FactWith("/dev/full"), Trait("Source", "Regression")]
    public async Task Submit_NoRoomToNoteTheJobs_SubmitsNothing()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        Directory.CreateDirectory(folder.PathOf("out/cluster"));
        foreach (string reserve in new[] { "partial", "partial-merge" })
        {
            File.CreateSymbolicLink(folder.PathOf($"out/cluster/submission.json.trialsim-{reserve}"), "/dev/full");

            CommandLine full = await Submit(slurm, folder, "2");

            Assert.Equal((2, ""), (full.ExitCode, full.Out));
            Assert.StartsWith($"What is submitted cannot be written to '{folder.PathOf("out")}': No space left on device", full.Error, StringComparison.Ordinal);
            Assert.Equal(["merge.sh", "scenario.yaml", "shards.sh"], Directory.EnumerateFileSystemEntries(folder.PathOf("out/cluster")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }

        Assert.Empty(slurm.Asked);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Submit_JobCannotBeNoted_SaysWhichOneToCancel()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        slurm.Hinder(folder.PathOf("out/cluster"));

        CommandLine submit = await Submit(slurm, folder, "2");

        Assert.Equal((2, ""), (submit.ExitCode, submit.Out));
        Assert.StartsWith("Job 101 is submitted, and that cannot be noted: ", submit.Error, StringComparison.Ordinal);
        Assert.EndsWith(" Submitted again, all would be done twice. End it before that: scancel 101\n", submit.Error, StringComparison.Ordinal);
        Assert.Single(slurm.Asked);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Submit_MergerIsRefused_SaysThatTheShardsAreSubmitted()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        slurm.RefuseMerger();

        CommandLine submit = await Submit(slurm, folder, "2");
        CommandLine status = await CommandLine.RunAsync("cluster", "status", folder.PathOf("out"));

        Assert.Equal((2, ""), (submit.ExitCode, submit.Out));
        Assert.Equal(
            $"sbatch has not taken {folder.PathOf("out")}/cluster/merge.sh; it says: sbatch: error: invalid partition specified: moon\n"
            + $"Job 101, which does the shards, is submitted. Once it has ended: trialsim merge {folder.PathOf("out")}. To end it now: scancel 101\n",
            submit.Error);
        Assert.Contains("squeue --jobs=101\n", status.Out, StringComparison.Ordinal);
        Assert.Equal(["merge.sh", "scenario.yaml", "shards.sh", "submission.json"], Directory.EnumerateFileSystemEntries(folder.PathOf("out/cluster")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Submit_WhatWasSubmittedBefore_SaysHowToEndTheJobsOfThen()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder);
        await Submit(slurm, folder, "2");

        CommandLine again = await Submit(slurm, folder, "2");

        Assert.Equal(
            (0, "Jobs were submitted for these results before. What is left of them does the same work; end it with: scancel 101 102\n"), (again.ExitCode, again.Error));
    }

    private static string Quoted(string path) => $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static FileStream Hold(string log) => new(log + ".trialsim-lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);

    private static Task<CommandLine> Submit(StandInSlurm slurm, TemporaryFolder folder, string shards, params string[] options) =>
        slurm.RunAsync(["cluster", "submit", folder.Write("small.yaml", SmallScenario.Yaml), "--shards", shards, "--out", folder.PathOf("out"), .. options]);

    private static Task<CommandLine> Shard(TemporaryFolder folder, string shard, params string[] options) =>
        CommandLine.RunAsync(["run", folder.Write("small.yaml", SmallScenario.Yaml), "--shard", shard, "--out", folder.PathOf("out"), .. options]);
}
