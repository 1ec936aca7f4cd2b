namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>Logistic regression by Newton's method on standardised features, large weights held down.</summary>
internal static class LogisticRegression
{
    private const int Rounds = 12;

    /// <summary>Learns; gives the base, and the weights of the features as they are.</summary>
    /// <param name="features">One row a case.</param>
    /// <param name="labels">Whether the case is one.</param>
    /// <param name="counts">How much each case counts.</param>
    /// <param name="decay">How much large weights are held down, as a share of the cases.</param>
    public static (double Base, double[] Weights) Learn(IReadOnlyList<double[]> features, IReadOnlyList<bool> labels, IReadOnlyList<double> counts, double decay)
    {
        var width = features[0].Length;
        var mean = Enumerable.Range(0, width).Select(i => features.Average(row => row[i])).ToArray();
        var spread = Enumerable.Range(0, width).Select(i => Math.Max(1e-3, Math.Sqrt(features.Average(row => Math.Pow(row[i] - mean[i], 2))))).ToArray();
        double[][] rows = [.. features.Select(row => (double[])[1, .. row.Select((value, i) => (value - mean[i]) / spread[i])])];
        var weights = new double[width + 1];
        for (var round = 0; round < Rounds; round++)
        {
            Step(rows, labels, counts, weights, decay);
        }

        var plain = weights.Skip(1).Select((weight, i) => weight / spread[i]).ToArray();
        return (weights[0] - plain.Select((weight, i) => weight * mean[i]).Sum(), plain);
    }

    private static void Step(double[][] rows, IReadOnlyList<bool> labels, IReadOnlyList<double> counts, double[] weights, double decay)
    {
        var size = weights.Length;
        var slope = new double[size];
        var bend = new double[size, size];
        for (var row = 0; row < rows.Length; row++)
        {
            var sum = 0.0;
            for (var i = 0; i < size; i++)
            {
                sum += weights[i] * rows[row][i];
            }

            var chance = 1 / (1 + Math.Exp(-sum));
            for (var i = 0; i < size; i++)
            {
                slope[i] += counts[row] * ((labels[row] ? 1 : 0) - chance) * rows[row][i];
                for (var j = 0; j <= i; j++)
                {
                    bend[i, j] += counts[row] * chance * (1 - chance) * rows[row][i] * rows[row][j];
                }
            }
        }

        var all = counts.Sum();
        for (var i = 0; i < size; i++)
        {
            slope[i] -= i == 0 ? 0 : decay * all * weights[i];
            bend[i, i] += (i == 0 ? 1e-9 : decay) * all;
            for (var j = 0; j < i; j++)
            {
                bend[j, i] = bend[i, j];
            }
        }

        var step = Solve(bend, slope);
        for (var i = 0; i < size; i++)
        {
            weights[i] += Math.Clamp(step[i], -2, 2);
        }
    }

    /// <summary>Solves a symmetric system by elimination.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            for (var row = column + 1; row < size; row++)
            {
                var factor = matrix[row, column] / matrix[column, column];
                for (var i = column; i < size; i++)
                {
                    matrix[row, i] -= factor * matrix[column, i];
                }

                right[row] -= factor * right[column];
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var i = row + 1; i < size; i++)
            {
                right[row] -= matrix[row, i] * right[i];
            }

            right[row] /= matrix[row, row];
        }

        return right;
    }
}
