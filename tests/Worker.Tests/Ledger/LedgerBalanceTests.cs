using FsCheck;
using FsCheck.Fluent;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Model;
using OpinionWatch.Worker.Ledger;

namespace OpinionWatch.Worker.Tests.Ledger;

public sealed class LedgerBalanceTests
{
    private static readonly DateTimeOffset Hour = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly string[] Sources = ["s0", "s1", "s2", "s3"];
    private static readonly string[] Stages = ["抓取", "读取", "交接", "研判", "入库", "发件箱"];

    /// <summary>Whatever the order of things and whenever the process dies: the sums add up.</summary>
    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Whatever_the_interleaving_and_the_kill_the_sums_add_up() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
        seed =>
        {
            var world = new World(seed, kills: true, loses: null);
            world.Run();
            return world.Judge().Count == 0;
        });

    /// <summary>One thing lost at one stage, without a kill: that stage is named, and no other.</summary>
    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property What_a_stage_loses_is_told_under_its_name() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).Two().ToArbitrary(),
        pair =>
        {
            var stage = Stages[pair.Item2 % Stages.Length];
            var world = new World(pair.Item1, kills: false, loses: stage);
            world.Run();
            return world.Judge().Select(difference => difference.Stage).ToHashSet().SetEquals(world.HasLost ? [stage] : []);
        });

    [Test]
    public void A_document_counted_twice_is_told_too()
    {
        var book = new LedgerBook();
        book.Taken("a", Hour, Tally(DocumentOutcome.Opened, keep: true));
        book.HandedOver("a", PageAt(Hour), 1);

        var differences = LedgerBalance.Judge(book.List(Hour), new Dictionary<string, long> { ["a"] = 2 }, 0, interrupted: false);

        Assert.That(differences.Select(d => d.ToString()), Is.EqualTo(new[] { "信源 a 环节“入库”：进 1，出 2，多 1" }));
    }

    private static PageTally Tally(DocumentOutcome outcome, bool keep)
    {
        var tally = new PageTally(1) { IsWhole = true };
        tally.Add(outcome);
        if (keep)
        {
            tally.Keep();
        }

        return tally;
    }

    private static Page PageAt(DateTimeOffset at) => new() { RequestedUrl = new Uri("http://a.test/"), Url = new Uri("http://a.test/"), Status = 200, Body = default, FetchedAt = at };

    /// <summary>A crawler, a pipeline, a journal and a ledger that is saved now and then, as a list of small steps that pages take in random order.</summary>
    private sealed class World(int seed, bool kills, string? loses)
    {
        private readonly Random _random = new(seed);
        private readonly Dictionary<string, LedgerHour> _saved = [];
        private readonly Dictionary<string, long> _documents = [];
        private long _alerts;
        private readonly HashSet<string> _busy = [];
        private bool _interrupted;
        private LedgerBook _book = new();

        public bool HasLost { get; private set; }

        public void Run()
        {
            var visits = new List<IEnumerator<bool>>();
            for (var step = 0; step < 200; step++)
            {
                // A source is visited once at a time.
                if (Sources.Except(_busy).ToList() is [var free, ..])
                {
                    _busy.Add(free);
                    visits.Add(Visit(free).GetEnumerator());
                }

                var visit = visits[_random.Next(visits.Count)];
                if (!visit.MoveNext())
                {
                    visits.Remove(visit);
                }

                if (_random.Next(10) == 0)
                {
                    Save();
                }

                if (kills && _random.Next(60) == 0)
                {
                    Kill();
                    visits.Clear();
                    _busy.Clear();
                }
            }

            visits.ForEach(visit => Exhaust(visit));
        }

        public IReadOnlyList<LedgerDifference> Judge() => LedgerBalance.Judge(_book.List(Hour), _documents, _alerts, _interrupted);

        private static void Exhaust(IEnumerator<bool> visit)
        {
            while (visit.MoveNext())
            {
            }
        }

        private IEnumerable<bool> Visit(string source)
        {
            foreach (var _ in VisitOnce(source))
            {
                yield return true;
            }

            _busy.Remove(source);
        }

        private IEnumerable<bool> VisitOnce(string source)
        {
            var at = Hour.AddSeconds(_random.Next(3000));
            var visit = _book.Begin();
            _book.Asked(source, at);
            yield return true;
            if (_random.Next(3) == 0)
            {
                _book.Answered(source, at, _random.Next(3) switch { 0 => new FetchOutcome.NotModified(), 1 => new FetchOutcome.Failed(FetchFault.Timeout, "超时"), _ => null });
                yield break;
            }

            if (Loses("抓取"))
            {
                yield break;
            }

            var page = PageAt(at);
            _book.Answered(source, at, new FetchOutcome.Fetched(page));
            yield return true;
            if (_random.Next(5) == 0)
            {
                _book.Returned(source, visit);
                yield break;
            }

            foreach (var _ in Accept(source, page))
            {
                yield return true;
            }

            if (!Loses("读取"))
            {
                _book.Settled(source, page, PageFate.Read, 0);
            }
        }

        private IEnumerable<bool> Accept(string source, Page page)
        {
            var handed = _random.Next(4);
            var taken = handed > 0 && Loses("交接") ? handed - 1 : handed;
            var tally = new PageTally(taken);
            for (var document = 0; document < taken; document++)
            {
                if (Loses("研判"))
                {
                    continue;
                }

                var outcome = (DocumentOutcome)_random.Next(7);
                if (outcome is DocumentOutcome.Opened or DocumentOutcome.Joined)
                {
                    _documents[source] = _documents.GetValueOrDefault(source) + (Loses("入库") ? 0 : 1);
                    _alerts += Loses("发件箱") ? 1 : 2;
                    yield return true;
                    _book.AlertsKept(page.FetchedAt, 2);
                    tally.Keep();
                }

                tally.Add(outcome);
                yield return true;
            }

            tally.IsWhole = true;
            _book.Taken(source, page.FetchedAt, tally);
            yield return true;
            _book.HandedOver(source, page, handed);
        }

        private bool Loses(string stage)
        {
            if (stage != loses || HasLost || _random.Next(2) == 0)
            {
                return false;
            }

            return HasLost = true;
        }

        private void Save()
        {
            foreach (var row in _book.TakeChanged(_ => false))
            {
                _saved[row.Source] = row;
            }
        }

        private void Kill()
        {
            _interrupted = true;
            _book = new LedgerBook();
            _book.Load(_saved.Values.Select(row => row.Source == LedgerNames.Whole ? row : LedgerBalance.Reconcile(row)));
        }
    }
}
