using System.Collections.Specialized;

namespace TrialSim.Kernel;

/// <summary>
/// An event that happens when enough of its operands have succeeded, or one of them has failed: <see cref="AllOf"/> and <see
/// cref="AnyOf"/>.
/// </summary>
/// <remarks>
/// An operand counts once it is processed, not when it is merely triggered. A condition stays with its operands until they happen: an
/// operand that fails after the condition was triggered has nobody left to handle it, and ends the run with an exception.
/// </remarks>
public abstract class Condition : Event
{
    private readonly Event[] _operands;
    private int _missing;
    private List<Event>? _happened;
    private OrderedDictionary? _values;

    private protected Condition(Simulation environment, Event[] operands, int needed)
        : base(environment)
    {
        _operands = operands;
        _missing = needed;
        foreach (Event operand in operands)
        {
            if (!ReferenceEquals(operand.Environment, environment))
            {
                throw new ArgumentException("The operands of a condition belong to different simulations.", nameof(operands));
            }
        }

        foreach (Event operand in operands)
        {
            if (operand.IsProcessed)
            {
                Check(operand);
            }
            else
            {
                operand.AddListener(this);
            }
        }

        if (needed == 0)
        {
            Succeed();
        }
    }

    /// <summary>
    /// The operands that had happened when the condition happened, in their order (those of nested conditions in their place), each with
    /// its value. Empty before, and after a failure.
    /// </summary>
    public new OrderedDictionary Value => _values ??= Collect();

    /// <inheritdoc/>
    public override void Process()
    {
        MarkProcessed();
        if (IsOk)
        {
            // The dictionary costs ten times the condition, and hardly anybody asks for it: remember what it takes to make it.
            _happened = new List<Event>(_operands.Length);
            AddHappened(_happened);
            _values = null;
        }

        NotifyListeners();
    }

    private protected override object? ReadValue() => IsProcessed && IsOk ? Value : base.ReadValue();

    internal void Check(Event operand)
    {
        if (IsTriggered)
        {
            operand.ThrowIfFailed();
            return;
        }

        if (!operand.IsOk)
        {
            Fail(operand.Value);
        }
        else if (--_missing == 0)
        {
            Succeed();
        }
    }

    private void AddHappened(List<Event> happened)
    {
        foreach (Event operand in _operands)
        {
            if (operand is Condition nested)
            {
                nested.AddHappened(happened);
            }
            else if (operand.IsProcessed)
            {
                happened.Add(operand);
            }
        }
    }

    private OrderedDictionary Collect()
    {
        OrderedDictionary values = [];
        foreach (Event operand in _happened ?? [])
        {
            values[operand] = operand.Value; // Not Add: an operand may be named twice, as in (a | b) & a.
        }

        return values;
    }
}
